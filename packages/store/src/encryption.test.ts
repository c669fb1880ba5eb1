import { AppError } from '@refrain/domain';
import { expect, test } from 'vitest';
import { decrypt, encrypt } from './encryption.ts';

const key = Buffer.alloc(32, 1);
const place = { connectionId: 'c1', name: 'credential' } as const;

test('gives back what was encrypted, and never the same bytes twice', () => {
  const sealed = encrypt('ghp_sécret', key, place);
  expect(decrypt(sealed, key, place)).toBe('ghp_sécret');
  expect(sealed.toString('latin1')).not.toContain('ghp_');
  expect(encrypt('ghp_sécret', key, place)).not.toEqual(sealed);
});

test('refuses another key, another place and altered bytes with one line that names the connection, not the secret', () => {
  const sealed = encrypt('ghp_secret', key, place);
  const altered = Buffer.from(sealed);
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  const attempts = [
    () => decrypt(sealed, Buffer.alloc(32, 2), place),
    () => decrypt(sealed, key, { ...place, connectionId: 'c2' }),
    () => decrypt(sealed, key, { ...place, name: 'webhook secret' }),
    () => decrypt(altered, key, place),
    () => decrypt(Buffer.alloc(3), key, place),
  ];
  for (const attempt of attempts) {
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow(/connection c\d was encrypted with another key; set REFRAIN_ENCRYPTION_KEY/u);
    expect(attempt).not.toThrow(/ghp_secret/u);
  }
});
