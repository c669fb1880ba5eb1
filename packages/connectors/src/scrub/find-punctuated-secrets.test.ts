import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

const value = 'Xk39vQz71LmT';

test.each([
  ['round brackets', `password=(${value})`, 'password=([secret])'],
  ['curly brackets', `password={${value}}`, 'password={[secret]}'],
  ['angle brackets', `password=<${value}>, token: <${value}>`, 'password=<[secret]>, token: <[secret]>'],
  ['an opening bracket alone', `db_password: <${value}`, 'db_password: <[secret]'],
  ['a semicolon', `password=ab;${value}`, 'password=[secret]'],
  ['a comma', `password=a,${value} is set`, 'password=[secret] is set'],
  ['an apostrophe', `pwd=ab'${value}`, 'pwd=[secret]'],
])('scrub removes a random value with %s', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'password=<password>, password=<your-password>, password: <dbPassword1>, token=<PERSONAL_TOKEN_2>, password=<YOUR_PASSWORD_HERE>',
  'password=(config.getPassword2), password={props.passwordV2}, password={formValues.password1}, token={accessTokenV2}',
  'password: (at least 8 characters), password: {min: 8, max: 64}, token: (see Vault2)',
  'password=unset,OAuth2Proxy failed, password=expired;TokenStoreV2 down',
])('scrub keeps a placeholder, an expression or another item of a list: %s', (text) => {
  expect(scrub(text)).toBe(text);
});

test('scrub keeps the key and value after the password in a connection string', () => {
  const text = 'Password=Abc12345;Server=Db1.Example9;Database=A1b2C3d4E5';
  expect(scrub(text)).toBe('Password=[secret];Server=Db1.Example9;Database=A1b2C3d4E5');
});
