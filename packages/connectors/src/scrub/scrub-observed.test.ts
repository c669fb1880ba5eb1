import { expect, test } from 'vitest';
import { scrub, scrubObserved } from './scrub-observed.ts';

/** Put together here, so that no scanner of this repository takes them for real. */
const random = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bD1fG3hJ5';
const github = ['ghp', random].join('_');
const slack = ['xoxb', '123456789012', '1234567890123', random.slice(0, 24)].join('-');
const webToken = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', random].join('.');

test.each([
  ['a GitHub token', `push failed with ${github}, again`, 'push failed with [secret], again'],
  ['a Slack token', `notify: ${slack}`, 'notify: [secret]'],
  ['a password in an address', `cannot reach postgres://app:s3cr3tpass@db/app`, 'cannot reach [secret]'],
  ['an assignment', 'DB_PASSWORD=hunter2hunter2 was unset', 'DB_PASSWORD=[secret] was unset'],
  ['JSON', '{"client_secret": "x9!kd93kd"}', '{"client_secret": "[secret]"}'],
  ['a header', `Authorization: Bearer ${random}`, 'Authorization: Bearer [secret]'],
  ['a web token', `got ${webToken} from the cookie`, 'got [secret] from the cookie'],
  ['a signed address', `https://logs.example/a?sig=${random}&x=1`, 'https://logs.example/a?sig=[secret]&x=1'],
  [
    'a name in camel case',
    `dbPassword: s3cr3tValue9, authToken="${random}"`,
    'dbPassword: [secret], authToken="[secret]"',
  ],
  ['names in one word', `PGPASSWORD=hunter2abc accessToken=${random}`, 'PGPASSWORD=[secret] accessToken=[secret]'],
  [
    'keys of a framework',
    'SECRET_KEY=dj4ngo-insecure JWT_SECRET_KEY=a1b2c3',
    'SECRET_KEY=[secret] JWT_SECRET_KEY=[secret]',
  ],
  ['other keys', 'secret_key_base: 0f3a9e ENCRYPTION_KEY=a1b2c3', 'secret_key_base: [secret] ENCRYPTION_KEY=[secret]'],
  ['short names', 'pwd=hunter2abc;DB_PASS=hunter2abc;dbPwd=hunter2abc', 'pwd=[secret];DB_PASS=[secret];dbPwd=[secret]'],
  ['an option', 'mysql --password hunter2XY -db-token a1b2c3d4', 'mysql --password [secret] -db-token [secret]'],
  [
    'JSON in a text',
    String.raw`{\"password\":\"hunter2abc\",\"n\":1}`,
    String.raw`{\"password\":\"[secret]\",\"n\":1}`,
  ],
  ['all of a long one', `token=${'a1b2'.repeat(300)} end`, 'token=[secret] end'],
  ['cookies', 'Cookie: session=a1b2c3d4; theme=dark; b=A1b2c3d4', 'Cookie: session=[secret]; theme=dark; b=[secret]'],
  [
    'a new cookie',
    'set-cookie: sid=a1b2c3d4; Path=/app1/; Max-Age=360000',
    'set-cookie: sid=[secret]; Path=/app1/; Max-Age=360000',
  ],
  [
    'a signed address of a bucket',
    'https://b.example/a?X-Amz-Date=20260101&X-Amz-Signature=0f3a9e8d or ?a=1&amp;X-Goog-Signature=0f3a9e8d',
    'https://b.example/a?X-Amz-Date=20260101&X-Amz-Signature=[secret] or ?a=1&amp;X-Goog-Signature=[secret]',
  ],
  ['an address at a colon', 'remote_addr:203.0.113.7 tcp:203.0.113.7:443', 'remote_addr:[address] tcp:[address]:443'],
  ['an address of both kinds', 'from ::ffff:203.0.113.7', 'from ::ffff:[address]'],
  ['an AWS access key id', `denied for ${['AKIA', 'J7XKQ2M4N5P6R7S3'].join('')}.`, 'denied for [secret].'],
  ['a Google API key', `key ${['AIza', random.slice(0, 35)].join('')} is blocked`, 'key [secret] is blocked'],
  ['a Google access token', `got ${['ya29', random].join('.')}, expired`, 'got [secret], expired'],
  ['a Stripe key', `charge by ${['rk', 'live', random].join('_')} failed`, 'charge by [secret] failed'],
  ['a 256-bit key', `opened by ${'0f3a9e8d'.repeat(8)} at 12:00`, 'opened by [secret] at 12:00'],
  ['a token of Refrain', `401 for ${['rfr', `${random}1234567`].join('_')}`, '401 for [secret]'],
  ['a token after an escaped line', String.raw`{"log":"x\nrfr_${random}1234567"}`, String.raw`{"log":"x\n[secret]"}`],
  ['a token in an encoded address', `?q=%22${github}%22`, '?q=%22[secret]%22'],
  ['a password without a user', 'redis://:s3cr3tpass@cache:6379/0 is away', 'redis://[secret]@cache:6379/0 is away'],
  ['a password behind a compound scheme', 'clone git+https://u:s3cr3tpass@h/x', 'clone git+https://[secret]@h/x'],
  ['a header of another scheme', `Authorization: token ${random}`, 'Authorization: token [secret]'],
  [
    'a sign-in link',
    `open https://refrain.example/sign-in/${random}1234567`,
    'open https://refrain.example/sign-in/[secret]',
  ],
  [
    'a private key of any kind',
    ['a -----BEGIN', ' PRIVATE KEY-----\nMC4CAQAwBQ\n-----END', ' PRIVATE KEY----- b'].join(''),
    'a [secret] b',
  ],
  ['a private key that is cut off', ['a -----BEGIN EC', ' PRIVATE KEY-----\nMHcCAQEE'].join(''), 'a [secret]'],
  ['a public address', 'blocked 203.0.113.9:443 and 2001:db8::7', 'blocked [address]:443 and [address]'],
])('%s goes', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(scrub(text))).toBe(expected);
});

test.each([
  'token: expired, password: unchanged',
  'dial tcp 10.0.3.7:5432: connection refused (127.0.0.1, 192.168.1.4, fe80::1)',
  'version 1.2.3.4.5 at 12:30:45, std::vector::at, commit 3f2a9bc41d',
  'version 1.2.3.4, com.acme.pool:core:jar:2.13.4.2 and docker.example/acme/pool:1.2.3.4',
  'became ::ffff:10.0.0.7, tcp:10.0.0.7:443',
  'password reset, pwd is wrong, the token expired2, secret key rotation 2024, cookie banner 2: v2',
  'PASS: case-12.sh, bypass: case-12, compass=north-12, PWD=/builds/acme1 max_tokens=100000',
  'git --password-stdin, --token $TOKEN2, --password is missing, set-cookie: SameSite=None; Domain=a1.example',
  'secret: /vault/kv/checkout and password: $DB_PASSWORD',
  `pulled acme/api@sha256:${'0f3a9e8d'.repeat(8)} and commit ${'0f3a9e8d'.repeat(5)}`,
  `docker://${'0f3a9e8d'.repeat(8)} and sha256 ${'0f3a9e8d'.repeat(8)}`,
  'https://example.com/a:b@c and http://example.com:8080/x and mail to a:b',
  `task_live_migration_2024 and ${'0f3a9e8d'.repeat(9)} are neither`,
  'https://github.com/acme/api/actions/runs/123?check_suite_focus=true',
])('what only looks like one stays: %s', (text) => {
  expect(scrub(text)).toBe(text);
});

test('a text cannot turn the search off', () => {
  const text = `// secretlint-disable\n${github}`;
  expect(scrub(text)).not.toContain(github);
});

test('title, text and address of every draft are gone over, and nothing else changes', () => {
  const change = { title: `Use ${github}`, text: `a\n\n${slack}`, url: `https://ci.example/?token=${random}` };
  const failure = { title: 'Clean', text: '', url: null };
  const observed = { outcome: 'stored', failures: [failure], changes: [change] } as never;
  expect(scrubObserved(observed)).toEqual({
    outcome: 'stored',
    failures: [failure],
    changes: [{ title: 'Use [secret]', text: 'a\n\n[secret]', url: 'https://ci.example/?token=[secret]' }],
  });
});

test.each([
  'a',
  'ghp_',
  'password=',
  'token: ',
  'Bearer ',
  'eyJa.',
  '?sig=',
  '1.1.1.',
  'a:',
  '://a:',
  '-----BEGIN RSA PRIVATE KEY-----',
  'secretKey',
  '--a-',
  '--password ',
  'pass: ',
  'password=\\',
  'Cookie: a=',
  'cookie:a',
  'version 1.1.1.1 ',
  'a.a:a:1.1.1.1',
  'a/1.1.1.1:',
  'AKIA',
  'ya29.a',
  '1//0a',
  'sk_live_a',
  '://a:b',
  '-----BEGIN PRIVATE KEY-----',
  'authorization: a ',
  '0f',
])('a hostile text is read in a time that its length bounds: %s', (part) => {
  const started = process.cpuUsage();
  scrub(part.repeat(Math.ceil(60_000 / part.length)));
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(1_000);
});
