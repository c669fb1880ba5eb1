import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeyring } from '../encryption/keyring.ts';
import { createPayloadLocation, decryptPayload, encryptPayload } from './payload.ts';

const key = createKeyring(Buffer.alloc(32, 3));
const place = createPayloadLocation('c1', 'github.commit/acme/api@abc');

test('any encrypted payload can be decrypted, small or large, compressed or not', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 4 }), (value) => {
      const json = JSON.parse(JSON.stringify(value).replaceAll('\\u0000', ''));
      expect(decryptPayload(encryptPayload(JSON.stringify(json), key, place).sealed, key, place)).toEqual(json);
    }),
  );
  const long = { text: 'naïve 😀 '.repeat(10_000) };
  const { sealed, bytes } = encryptPayload(JSON.stringify(long), key, place);
  expect(decryptPayload(sealed, key, place)).toEqual(long);
  expect(bytes).toBe(Buffer.byteLength(JSON.stringify(long)));
  expect(sealed.length).toBeLessThan(bytes / 20);
});

test('an encrypted payload can only be decrypted for its own record', () => {
  const { sealed } = encryptPayload('{"a":1}', key, place);
  for (const other of [createPayloadLocation('c2', place.part ?? ''), createPayloadLocation('c1', 'else')]) {
    expect(() => decryptPayload(sealed, key, other)).toThrow(
      /The payload of connection c\d was encrypted with another key/u,
    );
  }
});
