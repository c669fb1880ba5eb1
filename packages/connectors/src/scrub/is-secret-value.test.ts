import { expect, test } from 'vitest';
import { isShortPassword, isStrongPassword } from './is-secret-value.ts';

test.each(['Xk39vQz71LmT', 'Abc12345', 'sword9Fish!x', 'Zq7Rk2Vx9Lm4Tn8B'])(
  'accepts %s as a strong password',
  (value) => {
    expect(isStrongPassword(value)).toBe(true);
  },
);

test.each([
  ...[
    'TestCheckoutV2',
    'getS3ClientV2',
    'SHA256-hashed',
    'Argon2id',
    'OAuth2Proxy',
    'ResetPasswordForm2.tsx',
    'Summer2024',
  ],
  ...['v2.3.4-rc1Build', 'A1b2', 'swordfish1', 'SWORDFISH1', '/Vault/kv1', '${DbPassword1}', 'https://a.example/B1'],
])('does not accept %s as a strong password', (value) => {
  expect(isStrongPassword(value)).toBe(false);
});

test('isShortPassword requires a digit and two other kinds of characters', () => {
  expect(['aB3$', 'a1!x', 'A1b2'].map(isShortPassword)).toEqual([true, true, true]);
  expect(['Yes!', 'v2.0', 'SHA1', 'root', '1234'].map(isShortPassword)).toEqual([false, false, false, false, false]);
});
