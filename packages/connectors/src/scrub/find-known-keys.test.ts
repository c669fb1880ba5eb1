import { expect, test } from 'vitest';
import { scrub, scrubAddressCredentials } from './scrub-observed.ts';

const token = 'a1b2c3d4'.repeat(4);

test.each([
  ['dial shop:sword@fish@tcp(10.0.0.1:3306)/shop', 'dial [secret]@tcp(10.0.0.1:3306)/shop'],
  ['dsn="app:swordfish@unix(/run/mysql.sock)/a"', 'dsn="[secret]@unix(/run/mysql.sock)/a"'],
  ['jdbc:oracle:thin:scott/swordfish@db1.example:1521:ORCL', 'jdbc:oracle:thin:[secret]@db1.example:1521:ORCL'],
  [`https://${token}@o1.ingest.example/1`, 'https://[secret]@o1.ingest.example/1'],
  ['nats://Zq7Rk2Vx9Lm4Tn8B@queue:4222', 'nats://[secret]@queue:4222'],
])('the credentials of an address are removed: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrubAddressCredentials(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'jdbc:oracle:thin:@db1:1521:ORCL, jdbc:oracle:thin:@//db1:1521/a@b',
  'https://deploy-service-account@git.example/a, https://jo2024@git.example',
  'dial tcp(10.0.0.1:3306): refused, app@tcp(10.0.0.1:3306)/shop',
])('an address without credentials stays: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
