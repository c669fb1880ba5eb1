import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

const value = 'Xk39vQz71LmT';

test.each([
  [`the password for admin is ${value}, rotate it`, 'the password for admin is [secret], rotate it'],
  [
    `The passcode of the staging database was now: \`${value}\`.`,
    'The passcode of the staging database was now: `[secret]`.',
  ],
  [`password - ${value}`, 'password - [secret]'],
  [`Password – ${value}!`, 'Password – [secret]!'],
  [
    `Password → ${value}\nPassword -> ${value}\npassword => ${value}`,
    'Password → [secret]\nPassword -> [secret]\npassword => [secret]',
  ],
  [`senha → ${value}`, 'senha → [secret]'],
  [`pass: ${value}`, 'pass: [secret]'],
  ['user: admin, pass: hunter2', 'user: admin, pass: [secret]'],
  ['Login: jo\nPass: hunter2', 'Login: jo\nPass: [secret]'],
  [`creds: admin:${value}`, 'creds: admin:[secret]'],
  ['credentials: admin / hunter2.', 'credentials: admin / [secret].'],
  [`Logged in? Log in with jo / ${value}`, 'Logged in? Log in with jo / [secret]'],
  [`**Credentials:** \`jo\` / \`${value}\``, '**Credentials:** `jo` / `[secret]`'],
  [`Basic auth admin:${value}`, 'Basic auth admin:[secret]'],
  [`username/password is jo/${value}`, 'username/password is [secret]'],
  [`Username and password are jo and ${value}`, 'Username and password are jo and [secret]'],
  ['recovery codes: 8f3k-22ls bb34-cc56, then call', 'recovery codes: [secret] [secret], then call'],
  ['Backup codes:\n1. 8f3k22ls\n2. 123456\n', 'Backup codes:\n1. [secret]\n2. [secret]\n'],
])('scrub removes a secret in a sentence or a note: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'the password for admin is wrong, the password for app2 was rotated on Friday, the password of db1 is expired',
  'the password for the new Checkout2 service is stored in Vault, the passcode is 6 digits',
  'password - see vault, password - Argon2id, Password - SHA256-hashed, password – Base64Url encoded',
  'Password -> OAuth2Proxy, password → WebAuthn2Login, password -> TokenStoreV2, Password → expired',
  'password-policy-2024Q1, password --help, password ~ 8 characters, forgot password -> ResetPasswordForm2.tsx',
  'pass: v2.3.4-rc1Build, pass: all tests green, Pass: checkout2, pass: TestCheckoutV2, pass: src/Checkout2.test.ts',
  '--- PASS: TestCheckoutV2 (0.01s), PASS: Xk39vQz71LmT, user: jo ran it, pass: yes',
  'credentials: none were leaked, creds: vault:v2, creds: aws/s3, creds: default provider chain',
  'login: https://sso.example/Login2, log in as admin / viewer, credentials: admin / expired, login: 3/4 failed',
  'login service: v2.3.4-beta, login root: error42x, credentials service: 503502, login as root: step2of3 failed',
  'creds: arn:aws:iam::123456789012:role/DeployRole2, credentials admin: not found, basic auth only',
  'username and password are required and checked, username/password: optional/required',
  'recovery codes: 8 are left, backup codes: see the vault, recovery code: E12345, backup code: 2024-01-02',
  'backup codes: release-2024 rotated, recovery codes - none, recovery codes: used12 times',
])('scrub keeps a sentence about a password or a code: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
