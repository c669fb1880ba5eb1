import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

const value = 'Xk39vQz71LmT';
const login = Buffer.from('\0bob\0swordfish').toString('base64');

test.each([
  [`C: AUTH PLAIN ${login}`, 'C: AUTH PLAIN [secret]'],
  ['> USER bob\n> PASS swordfish\n< 530', '> USER bob\n> PASS [secret]\n< 530'],
  ['---> USER bob\n<--- 331 ok\n---> PASS swordfish', '---> USER bob\n<--- 331 ok\n---> PASS [secret]'],
  [`a\nPASS ${value}\nb`, 'a\nPASS [secret]\nb'],
  [`redis> AUTH default ${value}`, 'redis> AUTH default [secret]'],
  [`127.0.0.1:6379> AUTH ${value}`, '127.0.0.1:6379> AUTH [secret]'],
  [`1.1 [0 127.0.0.1:1] "AUTH" "default" "${value}"`, '1.1 [0 127.0.0.1:1] "AUTH" "default" "[secret]"'],
  [`a1 LOGIN bob ${value}`, 'a1 LOGIN bob [secret]'],
  ['a\ndb.acme.example:5432:app:app:swordfish\n', 'a\ndb.acme.example:5432:app:app:[secret]\n'],
  ['*:*:*:app:swordfish', '*:*:*:app:[secret]'],
  ['snmp-server community sword9fish RO', 'snmp-server community [secret] RO'],
  ['rocommunity sword9fish, community string: sword9fish.', 'rocommunity [secret], community string: [secret]'],
])('scrub removes the password from the log of a network protocol: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'AUTH PLAIN is offered, AUTH PLAIN LOGIN, AUTH PLAIN Q2hlY2tvdXQ=',
  'PASS src/Checkout2.test.ts\nPASS TestCheckoutV2\nPASS 12345678\n  PASS  checkout2024\nUSER expects PASS too',
  'AUTH failed\nAUTH TestCheckoutV2\nauth service2024\nauth default checkout2\n> auth required1',
  'a1 LOGIN failed, the LOGIN page of Checkout2, LOGIN bob swordfish',
  'src/main.ts:5432:key:name:value1234, main.c:10:5:warning:unused1, 10.0.0.1:5432:a:b:c1234',
  'http://db:5432/app: refused, db:5432:app is away, pg:5432: no route:to:host',
  'our community grew by 1234567, community string: public, community string is wrong, community strings rotated2024',
])('scrub keeps text that resembles a protocol log but contains no password: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
