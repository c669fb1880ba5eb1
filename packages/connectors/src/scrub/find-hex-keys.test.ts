import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

const key = '0f3a9e8d'.repeat(8);

test.each([
  `opened by ${key}`,
  `signing key ${key}`,
  `commit is signed by the key ${key}`,
  `expected token ${key}`,
  `container secret: ${key}`,
  `hmac ${key} x`,
  `ENCRYPTION=${key}`,
  `a digest failed. Some forty characters stand between it and ${key}`,
  `${key} on a line`,
])('scrub removes 64 hexadecimal digits that are not labelled as a digest: %s', (text) => {
  expect(scrub(text)).toBe(text.replace(key, '[secret]'));
});

test.each([
  `expected digest ${key} got ${key}`,
  `Expected: "${key}"\nReceived: "${key}"`,
  `container ${key} exited, layer ${key}: exists`,
  `X-Request-Id: ${key}, trace_id=${key}, etag: "${key}"`,
  `git tree ${key} of commit ${key}`,
  `"imageDigest": "${key}", cache-key: ${key}`,
  `/var/lib/docker/containers/${key}/${key}-json.log`,
  `SHA256 (a.tgz) = ${key}, sha512sum: ${key}`,
  `sums:\n${key}  a.tgz\n${key} *b.tgz`,
])('scrub keeps a digest or an id: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
