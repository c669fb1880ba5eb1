import { expect, test } from 'vitest';
import { scrub } from './scrub-observed.ts';

/** Put together here, so that no scanner of this repository takes them for real. */
const id = ['AKIA', 'J7XKQ2M4N5P6R7S3'].join('');
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYzzzzzzzKEY';

test.each([
  [`${id} ${secret}`, '[secret] [secret]'],
  [`Access key ID,Secret access key\r\n${id},${secret}`, 'Access key ID,Secret access key\r\n[secret],[secret]'],
  [`${secret} of key ${id}`, '[secret] of key [secret]'],
  [String.raw`"${id}\n${secret.replace('/', String.raw`\/`)}"`, String.raw`"[secret]\n[secret]"`],
])('the secret beside the id of an access key is removed: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  [`digest ${secret}`, `digest ${secret}`],
  [`${id} used by commit ${'0f3a9e8d'.repeat(5)}`, `[secret] used by commit ${'0f3a9e8d'.repeat(5)}`],
  [`${id}${' '.repeat(100)}${secret}`, `[secret]${' '.repeat(100)}${secret}`],
])('40 characters that no access key is near or that are hexadecimal stay: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
});
