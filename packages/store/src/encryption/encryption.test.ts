import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createNonceSource, decryptSecret, encryptSecret } from './encryption.ts';
import { createKeyring } from './keyring.ts';

const key = createKeyring(Buffer.alloc(32, 1));
const place = { owner: 'c1', what: 'credential' } as const;

test('encrypted texts and bytes can be decrypted, and encryption never produces the same bytes twice', () => {
  const sealed = encryptSecret('ghp_sécret', key, place);
  expect(decryptSecret(sealed, key, place).toString()).toBe('ghp_sécret');
  expect(decryptSecret(encryptSecret(Buffer.from([0, 255, 7]), key, place), key, place)).toEqual(
    Buffer.from([0, 255, 7]),
  );
  expect(decryptSecret(encryptSecret('', key, place), key, place)).toHaveLength(0);
  expect(sealed.toString('latin1')).not.toContain('ghp_');
  expect(encryptSecret('ghp_sécret', key, place)).not.toEqual(sealed);
});

test('decryption fails for another key, another location and altered bytes, with an error that contains the connection but not the secret', () => {
  const sealed = encryptSecret('ghp_secret', key, place);
  const altered = Buffer.from(sealed);
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  const attempts = [
    () => decryptSecret(sealed, createKeyring(Buffer.alloc(32, 2)), place),
    () => decryptSecret(sealed, key, { ...place, owner: 'c2' }),
    () => decryptSecret(sealed, key, { ...place, what: 'webhook secret' }),
    () => decryptSecret(sealed, key, { ...place, part: '1' }),
    () => decryptSecret(altered, key, place),
    () => decryptSecret(Buffer.alloc(3), key, place),
  ];
  for (const attempt of attempts) {
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow(/connection c\d was encrypted with another key\. Set REFRAIN_ENCRYPTION_KEY/u);
    expect(attempt).not.toThrow(/ghp_secret/u);
  }
});

test('a value is decrypted with the key that encrypted it, whichever key encrypts now', () => {
  const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const before = encryptSecret('of before', key, place);
  const during = createKeyring(second, [first]);
  expect(decryptSecret(before, during, place).toString()).toBe('of before');
  const sealed = encryptSecret('of now', during, place);
  expect(sealed.subarray(0, 8)).toEqual(Buffer.concat([Buffer.from('RFK1'), during.present.idBytes]));
  for (const other of [createKeyring(second), createKeyring(first, [second])]) {
    expect(decryptSecret(sealed, other, place).toString()).toBe('of now');
  }
  expect(() => decryptSecret(sealed, key, place)).toThrow(/another key/u);
  expect(() => decryptSecret(before, createKeyring(second), place)).toThrow(/another key/u);
});

test('the id of a key does not reveal the key, and differs between keys', () => {
  const ids = Array.from({ length: 200 }, (_, nth) => createKeyring(Buffer.alloc(32, nth)).present.id);
  expect(new Set(ids).size).toBe(200);
  for (const [nth, id] of ids.entries()) {
    expect(id).toMatch(/^[\da-f]{8}$/u);
    expect(id).not.toBe(Buffer.alloc(4, nth).toString('hex'));
  }
});

test('nonces never repeat, neither from one source nor from several', () => {
  const givers = [createNonceSource(), createNonceSource()];
  const nonces = givers.flatMap((next) => Array.from({ length: 200 }, () => next().toString('hex')));
  expect(new Set(nonces).size).toBe(400);
  expect(nonces.every((nonce) => nonce.length === 24)).toBe(true);
});
