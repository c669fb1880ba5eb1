import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

test.each([
  ['+ mysql -h db -u root -pswordfish app < a.sql', '+ mysql -h db -u root -p[secret] app < a.sql'],
  ['mysqldump -uroot -p"sword fish,9" app', 'mysqldump -uroot -p"[secret]" app'],
  ['["mysql","-u","root","-pswordfish"]', '["mysql","-u","root","-p[secret]"]'],
  ['+ sshpass -p swordfish scp a b:', '+ sshpass -p [secret] scp a b:'],
  ['+ docker login -u acme -p swordfish ghcr.example', '+ docker login -u acme -p [secret] ghcr.example'],
  ['docker login \\\n  -u acme \\\n  --password swordfish', 'docker login \\\n  -u acme \\\n  --password [secret]'],
  ['echo swordfish | docker login -u a --password-stdin', 'echo [secret] | docker login -u a --password-stdin'],
  ['redis-cli -h cache -a swordfish ping', 'redis-cli -h cache -a [secret] ping'],
  ['mongosh -u root -p swordfish a', 'mongosh -u root -p [secret] a'],
  ["sqlcmd -S db -U sa -P 'swordfish'", "sqlcmd -S db -U sa -P '[secret]'"],
  ['ldapsearch -x -w swordfish', 'ldapsearch -x -w [secret]'],
  ['keytool -list -storepass swordfish -keypass fishsword', 'keytool -list -storepass [secret] -keypass [secret]'],
  ['openssl rsa -passin pass:swordfish', 'openssl rsa -passin pass:[secret]'],
  ['a\nrequirepass swordfish\nport 1', 'a\nrequirepass [secret]\nport 1'],
  ['CONFIG SET requirepass "Abc12345" failed', 'CONFIG SET requirepass "[secret]" failed'],
  ['redis-server --requirepass swordfish', 'redis-server --requirepass [secret]'],
  ['setx /M DB_PASS swordfish', 'setx /M DB_PASS [secret]'],
  ['setx API_TOKEN_PROD "swordfish"', 'setx API_TOKEN_PROD "[secret]"'],
  ['unzip -P swordfish a.zip; 7z x -pswordfish a.7z', 'unzip -P [secret] a.zip; 7z x -p[secret] a.7z'],
  ['snmpwalk -v2c -c swordfish host', 'snmpwalk -v2c -c [secret] host'],
  ['a\nbindpw swordfish\nport 1', 'a\nbindpw [secret]\nport 1'],
  ['ConvertTo-SecureString "swordfish" -AsPlainText', 'ConvertTo-SecureString "[secret]" -AsPlainText'],
  ["ConvertTo-SecureString -String 'swordfish' -Force", "ConvertTo-SecureString -String '[secret]' -Force"],
  ['net user bob swordfish /add', 'net user bob [secret] /add'],
  [String.raw`net use Z: \\srv\x swordfish /user:bob`, String.raw`net use Z: \\srv\x [secret] /user:bob`],
  ['cmdkey /add:x /user:bob /pass:swordfish', 'cmdkey /add:x /user:bob /pass:[secret]'],
  ['echo root:swordfish | chpasswd', 'echo root:[secret] | chpasswd'],
  ['echo "root:swordfish" | sudo chpasswd -e', 'echo "root:[secret]" | sudo chpasswd -e'],
  ['chpasswd <<< "root:swordfish"', 'chpasswd <<< "root:[secret]"'],
  ['echo swordfish | passwd --stdin bob', 'echo [secret] | passwd --stdin bob'],
  ['htpasswd -b file bob swordfish', 'htpasswd -b file bob [secret]'],
  ['htpasswd -nbB bob swordfish > a', 'htpasswd -nbB bob [secret] > a'],
])('scrub removes the password in a command: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'docker run -p 3306:3306 --name a mysql, docker run --name mysql -p8080:80 a',
  'mkdir -p /var/lib/mysql, ssh -p 2222 host, mysql -p',
  "Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.",
  'mysql -p$MYSQL_PASSWORD, docker login -p "$PASSWORD", docker login -p ${{ secrets.TOKEN2 }}, sshpass -p %PASS1%',
  'mongosh --passwordFile a1b2c3 -port 27017, docker login --password-stdin',
  'requirepass is not set, without requirepass anybody can connect, see the requirepass directive.',
  'requirepass $REDIS_PASSWORD, setx DB_PASS %DB_PASS%, setx PATH swordfish',
  'docker login; mkdir -p build/output, echo hello1 | grep password, the -p option of docker login',
  'net user growth fell by 12, net use fell, net user bob /delete, net user bob * /add, the net user count rose',
  'ConvertTo-SecureString $Password -AsPlainText, ConvertTo-SecureString "$env:DB_PASS", ConvertTo-SecureString failed',
  'cmdkey /list, cmdkey /add:x /user:bob /pass:%PASS%, echo hello:world | wc, echo $USER:$PASS | chpasswd',
  'htpasswd -c file bob, htpasswd -b file bob $PASS, htpasswd -B is slow, chpasswd < users.txt, passwd --stdin',
  'bindpw is not set, bindpw missing, snmpwalk -c $COMMUNITY host; curl -c cookies.txt a; snmpwalk -v2c',
])('scrub keeps a command whose options contain no password: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
