import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

test.each([
  ["ALTER ROLE app WITH PASSWORD 'sword fish';", "ALTER ROLE app WITH PASSWORD '[secret]';"],
  [
    "create role app login with encrypted password 'swordfish'",
    "create role app login with encrypted password '[secret]'",
  ],
  ["CREATE USER app PASSWORD 'swordfish'", "CREATE USER app PASSWORD '[secret]'"],
  ["create user 'a'@'%' identified by 'swordfish'", "create user 'a'@'%' identified by '[secret]'"],
  ["IDENTIFIED WITH mysql_native_password BY 'swordfish'", "IDENTIFIED WITH mysql_native_password BY '[secret]'"],
  [
    '| user | password | host |\n|--|:--|--|\n| root | Abc12345 | db-1 |\n| app | `Xyz98765` | db-2 |\n\n| a | Abc12345 |',
    '| user | password | host |\n|--|:--|--|\n| root | [secret] | db-1 |\n| app | `[secret]` | db-2 |\n\n| a | Abc12345 |',
  ],
  ['user | db password\n--- | ---\nroot | Abc12345', 'user | db password\n--- | ---\nroot | [secret]'],
  [
    ' user | password \n------+----------\n bob  | Abc12345\n ann  | Xyz98765\n(2 rows)',
    ' user | password \n------+----------\n bob  | [secret]\n ann  | [secret]\n(2 rows)',
  ],
  [
    '+-----+----------+\n| u   | password |\n+-----+----------+\n| bob | Abc12345 |\n| ann | Xyz98765 |\n+-----+----------+',
    '+-----+----------+\n| u   | password |\n+-----+----------+\n| bob | [secret] |\n| ann | [secret] |\n+-----+----------+',
  ],
  ['| **API token** | Abc12345 |', '| **API token** | [secret] |'],
  ['<add key="DbPassword" value="swordfish"/>', '<add key="DbPassword" value="[secret]"/>'],
  ['<add value="swordfish" key="DbPassword"/>', '<add value="[secret]" key="DbPassword"/>'],
  [
    '<setting name="Password" as="String"><value>swordfish</value></setting>',
    '<setting name="Password" as="String"><value>[secret]</value></setting>',
  ],
  ['<property name="db.password">swordfish</property>', '<property name="db.password">[secret]</property>'],
  ['<entry type="s" key="token"> Abc12345 </entry>', '<entry type="s" key="token"> [secret] </entry>'],
  ['~ password = "old-fish" -> "swordfish"', '~ password = "[secret]" -> "[secret]"'],
  ['~ db_pass = "[secret]" -> "Abc12345" # changed', '~ db_pass = "[secret]" -> "[secret]" # changed'],
  ['["password"]=>\n  string(9) "swordfish"', '["password"]=>\n  string(9) "[secret]"'],
  ["IDENTIFIED BY PASSWORD '*A4B6157319038724'", "IDENTIFIED BY PASSWORD '[secret]'"],
  ['machine a login b password swordfish', 'machine a login b password [secret]'],
  ['The new password is Abc12345, rotate it', 'The new password is [secret], rotate it'],
  ['old password was: `Abc12345`.', 'old password was: `[secret]`.'],
])('scrub removes a secret next to its name: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  "PASSWORD 'cannot be empty', failed with password 'required', identified by '$DB_PASSWORD'",
  '| name | token | result |\n|--|--|--|\n| a1 | expired | 12 |\n| b2 | ******** | 401 |',
  ' step | result \n------+--------\n password | ok1\n\n a | Abc12345',
  '+------+-------+\n| user | token |\n+------+-------+\n| bob  | unset |\n+------+-------+\n| ann  | none  |',
  '| field | error |\n|--|--|\n| password | too_short1 |',
  'token | cut -d1 | sort -k12345',
  '<property name="password">${db.password}</property> <string name="password">Password</string> <a name="token">Refresh</a>',
  '<property name="maxTokens">4096</property> <add key="PasswordLength" value="twelve"/>',
  '~ password_length = 8 -> 12, ~ token = "unset" -> "unset", ~ region = "us-east-1" -> "us-west-2"',
  "the cause was identified as 'memory leak', and by 'the on-call engineer'; a user identified by 'jo'",
  'login with password authentication failed, login via password is off',
  'the password is SHA256-hashed, was rotated2, is stored in Base64 and was reset to swordfish',
])('scrub keeps a harmless text next to the name of a secret: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
