import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

test.each([
  [
    'commas',
    'user,password\nbob,Abc12345\nann,Xyz98765\n\nbob,Abc12345',
    'user,password\nbob,[secret]\nann,[secret]\n\nbob,Abc12345',
  ],
  ['tabs', 'user\tpassword\trole\nbob\tAbc12345\tadmin1', 'user\tpassword\trole\nbob\t[secret]\tadmin1'],
  ['semicolons and quotes', '"api token";"user"\n"Abc;12345";"bob"', '"api token";"user"\n"[secret]";"bob"'],
  ['Windows ends of lines', 'id,db_password\r\n1,Abc12345\r\n', 'id,db_password\r\n1,[secret]\r\n'],
  ['blanks', 'user, password\nbob, Xk39vQz71LmT', 'user, password\nbob, [secret]'],
])('scrub removes a column of secrets from a list with %s', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'Enter your user, password\nthen click on it, Submit2024',
  'user,password\nbob,expired\nann,unchanged\njo,********',
  'name,token,count\ncheckout,missing,1234567',
  'user,password_length\nbob,1234567',
  'We rotated the user, the token and the password;\nit took 1234567 ms, then 7654321 ms;',
  'user,password\nthe first row has three parts, as you see, Abc12345',
  'key,token,count\nABC-12345,orders2024,1234567',
  'secret,namespace\ndb-credentials-v2,checkout-2024',
])('scrub keeps a delimited list without secrets, and a sentence with separators: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
