import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

const id = '84896a0c-1347-aed0-3d5c-0b1a2f3e4d5c';

test.each([
  [
    'aligned lines',
    'DB_HOST         = db1\nDB_PASSWORD     = Abc12345',
    'DB_HOST         = db1\nDB_PASSWORD     = [secret]',
  ],
  ['blanks that do not break', 'password\u00a0:\u00a0Abc12345', 'password\u00a0:\u00a0[secret]'],
  [
    'colours whose escape character is lost',
    '[36mDB_PASSWORD[0m=[33mAbc12345[0m',
    '[36mDB_PASSWORD[0m=[33m[secret][0m',
  ],
  [
    'colours in JSON',
    String.raw`\u001b[36mDB_PASSWORD\u001b[0m=\u001b[33mAbc12345\u001b[0m`,
    String.raw`\u001b[36mDB_PASSWORD\u001b[0m=\u001b[33m[secret]\u001b[0m`,
  ],
  ['a value that begins like a variable', 'password=$tr0ngPass99!', 'password=[secret]'],
  [
    'values that begin like paths',
    'password=/Str0ng+9 token=~abc!123 pwd=.Str0ng!1',
    'password=[secret] token=[secret] pwd=[secret]',
  ],
  ['a value that begins with an encoded sign', 'password=%24tr0ng%21', 'password=[secret]'],
  ['signs within quotes', 'password="ab,Str0ng(9" token=\'a{1};b2c3\'', 'password="[secret]" token=\'[secret]\''],
  ['several words within quotes', 'password: "correct horse battery staple"', 'password: "[secret]"'],
  ['escaped quotes within quotes', String.raw`{"password":"ab\"cd,123"}`, '{"password":"[secret]"}'],
  [
    'several words of JSON in a text',
    String.raw`{\"password\":\"sword fish 12\"}`,
    String.raw`{\"password\":\"[secret]\"}`,
  ],
  [
    'ticks of Markdown',
    'Password: `Abc12345`, `password`: `swordfish`',
    'Password: `[secret]`, `password`: `[secret]`',
  ],
  [
    'bold names of Markdown',
    'a\n- **Password:** swordfish\n**Token**: Abc12345',
    'a\n- **Password:** [secret]\n**Token**: [secret]',
  ],
  ['the next line', 'PASSWORD:\n  Abc12345\nnext', 'PASSWORD:\n  [secret]\nnext'],
  ['a block of YAML', 'secret: |\n  Abc12345\nport: 1', 'secret: |\n  [secret]\nport: 1'],
  ['an entry of a list', 'passphrase:\n  - Abc12345', 'passphrase:\n  - [secret]'],
  ['an encoded form', 'user%3Dci%26password%3Dswordfish%26page%3D2', 'user%3Dci%26password%3D[secret]%26page%3D2'],
  ['encoded JSON', '%7B%22password%22%3A%22swordfish%22%7D', '%7B%22password%22%3A%22[secret]%22%7D'],
  [
    'a sign that JSON encodes',
    String.raw`ci\u0026password\u003dswordfish"`,
    String.raw`ci\u0026password\u003d[secret]"`,
  ],
  ['a quoted option', 'deploy --token "Abc 12,345" now', 'deploy --token "[secret]" now'],
  [
    'a name of a thing in the environment',
    'API_TOKEN: my-token-2024\nJWT_SECRET=my-jwt-2024',
    'API_TOKEN: [secret]\nJWT_SECRET=[secret]',
  ],
  ['a name of a thing as a password', 'password: winter-days-2024', 'password: [secret]'],
  ['other short names', 'DB_PW=Abc12345 pswd: Abc12345', 'DB_PW=[secret] pswd: [secret]'],
  [
    'a name that goes on',
    'DB_PASSWORD_PROD=swordfish db_password_prod: "swordfish"',
    'DB_PASSWORD_PROD=[secret] db_password_prod: "[secret]"',
  ],
  [
    'a name with a number',
    'PASSWORD_1: Abc12345, ADMIN_PASS_1=swordfish password2=swordfish',
    'PASSWORD_1: [secret], ADMIN_PASS_1=[secret] password2=[secret]',
  ],
  [
    'a name in camel case that goes on',
    'tokenValue: "Abc12345" dbPassOld=Abc12345 newPasswordConfirmation="swordfish"',
    'tokenValue: "[secret]" dbPassOld=[secret] newPasswordConfirmation="[secret]"',
  ],
  [
    'a name with two endings',
    'a\nclient_secret_prod=Abc12345\nPASSWORD_DB_2: swordfish\n',
    'a\nclient_secret_prod=[secret]\nPASSWORD_DB_2: [secret]\n',
  ],
  [
    'a random secret id',
    `VAULT_SECRET_ID=${id} "secret_id": "${id}"`,
    'VAULT_SECRET_ID=[secret] "secret_id": "[secret]"',
  ],
  ['a pre-shared key', 'psk="sword fish" wpa_psk=swordfish', 'psk="[secret]" wpa_psk=[secret]'],
  [
    'names in other languages',
    'Passwort: Abc12345, Kennwort=swordfish, mot de passe : Abc12345, contraseña: "swordfish"',
    'Passwort: [secret], Kennwort=[secret], mot de passe : [secret], contraseña: "[secret]"',
  ],
  [
    'an array that PHP prints',
    'Array\n(\n    [user] => app\n    [password] => swordfish\n    [api_key] => Abc12345\n)',
    'Array\n(\n    [user] => app\n    [password] => [secret]\n    [api_key] => [secret]\n)',
  ],
  [
    'names in more languages',
    'senha: Abc12345, пароль: Abc12345, wachtwoord=swordfish, hasło: "swordfish", lösenord: Abc12345, heslo: Abc12345',
    'senha: [secret], пароль: [secret], wachtwoord=[secret], hasło: "[secret]", lösenord: [secret], heslo: [secret]',
  ],
  [
    'names in yet more languages',
    '비밀번호: Abc12345 passord: Abc12345 adgangskode: Abc12345 parola: Abc12345 şifre: Abc12345 mật khẩu: Abc12345',
    '비밀번호: [secret] passord: [secret] adgangskode: [secret] parola: [secret] şifre: [secret] mật khẩu: [secret]',
  ],
  [
    'a full-width sign or blank',
    '密码：Abc12345 口令：Abc12345 password：Abc12345 password:\u3000Abc12345',
    '密码：[secret] 口令：[secret] password：[secret] password:\u3000[secret]',
  ],
  ['a short value of several kinds of signs', 'password: aB3$x, pass="a1!B"', 'password: [secret], pass="[secret]"'],
  [
    'a passcode',
    'Meeting ID: 123 456, Passcode: 839201, passcode=1234',
    'Meeting ID: 123 456, Passcode: [secret], passcode=[secret]',
  ],
  [
    'a value that a program prints in its type',
    'password: Some("Abc12345"), token: Some(Secret("swordfish")), x',
    'password: Some("[secret]"), token: Some(Secret("[secret]")), x',
  ],
  ['one part that begins like a path', 'password=/S3cretPass99 pwd=~S3cretPass99', 'password=[secret] pwd=[secret]'],
])('scrub removes an assigned secret: %s', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'secret: db-credentials-v2 not found, no such secret: "db-credentials-v2"',
  'credential: aws-sdk-v3 could not load, credentials: default provider chain',
  'access key: us-east-1, signing key: kid-2024-01, api key: rotate2024 policy, private key: id_rsa4096',
  'GET /x?token=next-page-2&key=orders2024&code=E12345',
  'password=$DB_PASSWORD password=${DB_PASSWORD} password=$config->password token=$env:TOKEN',
  'password=%DB_PASSWORD% password=%s1 password={{ .Values.db1 }} password=<%= db1 %> secret=/vault/kv/db1',
  '{"password":"must have at least 8 characters"} {"password": "Confirm your password"}',
  'Unexpected token: "} else {", Unexpected token: `a != b`',
  'password:\n  min_length: 8\npassword:\n\ntoken:\n  db-credentials-v2\nsecret:\n  secretName: tls-2024\n',
  'token:\n  2024-03-02T10:00:00Z\npassword:\n# 12 lines\n',
  'password: "######", token: "********", password="unset"',
  'password%3Dunset and password%20reset12',
  'the password of the database expired, token = null, password_hash column missing, max_tokens: 4096, passwordless login',
  'password_prod=unset, token_value: expired, PASSWORD_1=$PASSWORD_1, password_new=settings.password_new, token_new: "missing"',
  'first-pass-2: 123456 rows, pass_1=1234567, token-test: 2024-03-02, secret_prod: db-credentials-v2',
  'secret_id = "checkout-db-password-v2", secret_id=projects/1/secrets/db2, SecretId=checkout2, private_key_id: 0f3a9e8d0f3a9e8d',
  'senha: incorreta, пароль: неверный, wachtwoord: verlopen, hasło: nieprawidłowe, lösenord: felaktigt, şifre: hatalı',
  'resenha: Abc12345, a senha expirou, пароль устарел2, парольная политика: v2024, 密码：错误, パスワード：無効です',
  '密码：请输入您的密码\n비밀번호: 올바르지 않습니다\npassword：unset',
  'password: Yes!, password: a1, password: v2.0, password: SHA1, token: aB3$x, secret: "a1B!", password: "root", password: null',
  'passcode: 6 digits, passcode: required, password: Some("unset"), token: None, password: Some(password)',
  'Das Passwort ist falsch, Passwort: ungültig, mot de passe : incorrect, la contraseña no es válida',
  'key_mgmt=WPA-PSK, TLS_PSK_WITH_AES_128, users[password] => [1], [token] => null',
])('scrub keeps an assigned word, path or name: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
