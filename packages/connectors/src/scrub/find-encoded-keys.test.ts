import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

/** Assembled here, so that secret scanners do not report this repository. */
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
