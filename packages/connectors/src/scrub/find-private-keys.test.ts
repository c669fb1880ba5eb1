import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

/** Keys are assembled from parts in this file, so that secret scanners do not report this repository. */
const name = 'PRIVATE KEY';
const line = 'aB3/'.repeat(16);

test.each([
  [
    'its beginning is cut off',
    `...\n${line}\n${line}\nq9==\n-----END RSA ${name}-----\nbad key`,
    '...\n[secret]\nbad key',
  ],
  [
    'its beginning is cut off in JSON',
    String.raw`{"log":"${line}\nq9==\n-----END ${name}-----\nbad key"}`,
    String.raw`{"log":"[secret]\nbad key"}`,
  ],
  ['only its end is left', `...\nq9Zb3Q==\n-----END EC ${name}-----\nbad key`, '...\n[secret]\nbad key'],
  [
    'it is one of PGP',
    `-----BEGIN PGP ${name} BLOCK-----\n\n${line}\n=abcd\n-----END PGP ${name} BLOCK-----`,
    '[secret]',
  ],
  [
    'it is one of SSH2',
    `---- BEGIN SSH2 ENCRYPTED ${name} ----\n${line}\n---- END SSH2 ENCRYPTED ${name} ----`,
    '[secret]',
  ],
  [
    'it is one of PuTTY',
    `Comment: a\nPrivate-Lines: 2\n${line}\nq9==\nPrivate-MAC: 0f3a`,
    'Comment: a\nPrivate-Lines: 2[secret]\nPrivate-MAC: 0f3a',
  ],
])('scrub removes a private key if %s', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  `no -----END ${name}----- was found`,
  `the key lacks its end\n-----END ${name}-----\nand the text goes on`,
  `-----BEGIN ${name}----- missing\nall other lines of this report\nare of use to readers`,
  'Private-Lines: 14 were expected, and none came',
])('scrub keeps a message about a private key: %s', (text) => {
  expect(scrub(text)).toBe(text);
});

function encode(name: string): string {
  return Buffer.from(`-----BEGIN ${name}-----\n${`${'aB3/'.repeat(16)}\n`.repeat(8)}-----END ${name}-----\n`).toString(
    'base64',
  );
}
const key = encode('PRIVATE KEY');
const lines = (key.match(/.{1,76}/gu) ?? []).join('\n    ');

test.each([
  ['in a kubeconfig', `    client-key-data: ${key}\n    a: b`, '    client-key-data: [secret]\n    a: b'],
  ['in a secret of Kubernetes', `data:\n  tls.key: ${key}\n`, 'data:\n  tls.key: [secret]\n'],
  ['in a variable', `TLS_B64=${encode('EC PRIVATE KEY')} set`, 'TLS_B64=[secret] set'],
  ['in JSON', `{"id":"${encode('OPENSSH PRIVATE KEY')}","n":1}`, '{"id":"[secret]","n":1}'],
  ['in several lines', `tls.key: |\n    ${lines}\nport: 1`, 'tls.key: |\n    [secret]\nport: 1'],
  ['in escaped lines', `"a\\n${lines.replaceAll('\n    ', '\\n')}\\nb"`, '"a\\n[secret]\\nb"'],
])('scrub removes a base64-encoded private key %s', (_where, text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  `certificate-authority-data: ${encode('CERTIFICATE')}`,
  `tls.crt: ${encode('PUBLIC KEY')}`,
  'a private key in base64 begins with LS0tLS1CRUdJTi',
])('scrub keeps a base64-encoded certificate or public key: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
