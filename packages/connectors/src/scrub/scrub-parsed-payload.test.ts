import type { ChangeDraft, FailureDraft } from '@refrain/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scrub, scrubParsedPayload } from './scrub-parsed-payload.ts';

/** Keys are assembled from parts in this file, so that secret scanners do not report this repository. */
const random = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bD1fG3hJ5';
const github = ['ghp', random].join('_');
const slack = ['xoxb', '123456789012', '1234567890123', random.slice(0, 24)].join('-');
const hex = '0f3a9e8d';
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
  ['a 256-bit key', `opened by ${hex.repeat(8)} at 12:00`, 'opened by [secret] at 12:00'],
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
  [
    'a private key that is cut off by other lines',
    `a -----BEGIN ${'PRIVATE KEY'}-----\n${'aB3/'.repeat(16)}\n> ${'c+D9'.repeat(16)}\nconnection refused`,
    'a [secret]\nconnection refused',
  ],
  [
    'a private key that is cut off in JSON',
    String.raw`{"log":"-----BEGIN ${'RSA PRIVATE KEY'}-----\nProc-Type: 4,ENCRYPTED\n\n${'aB3/'.repeat(16)}\nfailed"}`,
    String.raw`{"log":"[secret]\nfailed"}`,
  ],
  ['a private key that is cut off', ['a -----BEGIN EC', ' PRIVATE KEY-----\nMHcCAQEE'].join(''), 'a [secret]'],
  ['a public address', 'blocked 203.0.113.9:443 and 2001:db8::7', 'blocked [address]:443 and [address]'],
  ['a word as a password', 'password=correcthorse, --password=correcthorse', 'password=[secret], --password=[secret]'],
  [
    'a word in the environment',
    'DB_PASSWORD=correcthorse PGPASSWORD="swordfish"',
    'DB_PASSWORD=[secret] PGPASSWORD="[secret]"',
  ],
  ['a word under a short name', 'DB_PASS=correcthorse;pwd=swordfish', 'DB_PASS=[secret];pwd=[secret]'],
  [
    'a word in JSON',
    String.raw`{"password":"correcthorse", "token": "swordfish"} and {\\"secret\\":\\"swordfish\\"}`,
    String.raw`{"password":"[secret]", "token": "[secret]"} and {\\"secret\\":\\"[secret]\\"}`,
  ],
  ['a quoted word in YAML', "password: 'correcthorse'\ntoken: 'swordfish'", "password: '[secret]'\ntoken: '[secret]'"],
  [
    'a line that holds nothing else',
    'db:\n  password: correcthorse\n  port: 5432',
    'db:\n  password: [secret]\n  port: 5432',
  ],
  ['a line of an environment', 'a:\n  API_TOKEN: swordfish\n', 'a:\n  API_TOKEN: [secret]\n'],
  ['a line of properties', 'a\ndb.password = correcthorse # ours', 'a\ndb.password = [secret] # ours'],
  [
    'a word in an address, up to the next parameter',
    'GET /a?password=correcthorse&page=second&token=expired',
    'GET /a?password=[secret]&page=second&token=expired',
  ],
  ['a code that is no word', `/a?code=${random}&key=a1b2c3d4`, '/a?code=[secret]&key=[secret]'],
  ["a curl user's password", 'curl -sS -u jo:swordfish https://x.example', 'curl -sS -u jo:[secret] https://x.example'],
  [
    'options of curl in one word',
    'curl -su jo:swordfish a; curl -ujo:swordfish b',
    'curl -su jo:[secret] a; curl -ujo:[secret] b',
  ],
  ['a user in a list of arguments', '["curl", "--user", "jo:swordfish"]', '["curl", "--user", "jo:[secret]"]'],
  ['a user of another command', 'http --user jo:hunter2abc GET a', 'http --user jo:[secret] GET a'],
  [
    'elements of XML',
    '<password>swordfish</password><db:apiKey kind="a">swordfish</db:apiKey>\n<token>\n  sword fish\n</token>',
    '<password>[secret]</password><db:apiKey kind="a">[secret]</db:apiKey>\n<token>\n  [secret]\n</token>',
  ],
  [
    'escaped elements of XML',
    String.raw`&lt;clientSecret&gt;swordfish&lt;/clientSecret&gt; \u003cpwd\u003eswordfish\u003c/pwd\u003e`,
    String.raw`&lt;clientSecret&gt;[secret]&lt;/clientSecret&gt; \u003cpwd\u003e[secret]\u003c/pwd\u003e`,
  ],
  ['an element with CDATA', '<password><![CDATA[sword&fish]]></password>', '<password><![CDATA[[secret]]]></password>'],
  [
    'an environment in JSON',
    '{"env":[{"name":"DB_PASSWORD","value":"sword fish"},{"name":"PORT","value":"5432"}]}',
    '{"env":[{"name":"DB_PASSWORD","value":"[secret]"},{"name":"PORT","value":"5432"}]}',
  ],
  [
    'an environment in JSON in a text',
    String.raw`{\"name\":\"API_TOKEN\",\"value\":\"swordfish\"}`,
    String.raw`{\"name\":\"API_TOKEN\",\"value\":\"[secret]\"}`,
  ],
  [
    'an environment in YAML',
    '- name: DB_PASSWORD\n  value: swordfish\n- name: "SMTP_PASS"\n  value: "sword fish"\n- name: PORT\n  value: "5432"',
    '- name: DB_PASSWORD\n  value: [secret]\n- name: "SMTP_PASS"\n  value: "[secret]"\n- name: PORT\n  value: "5432"',
  ],
  [
    'an environment of Compose',
    'environment:\n  - DB_PASSWORD=swordfish\n',
    'environment:\n  - DB_PASSWORD=[secret]\n',
  ],
  [
    'an account key of Azure',
    `AccountName=a;AccountKey=${random}==;EndpointSuffix=b`,
    'AccountName=a;AccountKey=[secret];EndpointSuffix=b',
  ],
  ['a labelled key of PagerDuty', 'Authorization: Token token=u+swordfishswordfish', 'Authorization: Token [secret]'],
  [
    'webhooks of Slack and Discord',
    `hooks.slack.com/services/T0AB/B0CD/${random} https://discord.com/api/webhooks/123456789012345678/${random}${random}`,
    'hooks.slack.com/services/[secret] https://discord.com/api/webhooks/123456789012345678/[secret]',
  ],
  [
    'a webhook in JSON',
    String.raw`"https:\/\/hooks.slack.com\/services\/T0AB\/B0CD\/${random}",`,
    String.raw`"https:\/\/hooks.slack.com\/services\/[secret]",`,
  ],
  [
    'an address after a verb that is said of versions',
    'Upgraded the router and moved it to 203.0.113.9',
    'Upgraded the router and moved it to [address]',
  ],
  ['an address after an account', 'ssh deploy@203.0.113.9', 'ssh deploy@[address]'],
])('scrub removes %s', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(scrub(text))).toBe(expected);
});

const letters = 'qwertzuiopasdfghjklyxcvbnmqwertzuiopasdfghjklyxcvbnm';
/** Each entry has a separator and the parts of a key, which the separator joins. */
const keys: readonly (readonly [string, ...string[]])[] = [
  ['-', 'sk', 'proj', random.repeat(2)],
  ['-', 'sk', 'svcacct', random],
  ['-', 'sk', random],
  ['-', 'sk', 'ant', 'admin01', random],
  ['_', 'hf', letters.slice(0, 34)],
  ['-', 'pypi', `AgEIcHlwaS5vcmc${random}`],
  ['_', 'npm', random],
  ['', 'SK', hex.repeat(4)],
  ['', 'AC', hex.repeat(4)],
  ['-', 'key', hex.repeat(4)],
  ['.', 'SG', `a-b-${random.slice(0, 18)}`, `${random}-a-b-c`],
  ['_', 'dop', 'v1', hex.repeat(8)],
  ['-', 'glpat', random.slice(0, 20)],
  ['-', 'glpat', `${random}.01.0a1b2c3d4`],
  ['-', 'gldt', random.slice(0, 20)],
  ['-', 'glcbt', `64_${random.slice(0, 20)}`],
  ['_', 'shpat', hex.repeat(4)],
  ['', 'dapi', hex.repeat(4)],
  ['-', 'NRAK', random.slice(0, 27).toUpperCase()],
  ['', hex.repeat(4), 'FFFFNRAL'],
  ['_', 'glsa', random.slice(0, 32), hex],
  ['_', 'glc', random],
  ['', 'eyJrIjoi', random, random],
  ['.', 'hvs', random],
  ['.', 'hvb', random],
  ['.', random.slice(0, 14), 'atlasv1', random.repeat(2).slice(0, 66)],
  ['.', 'dp', 'pt', `${random}abcdefg`],
  ['_', 'lin', 'api', `${random}abcd`],
  ['_', 'sntrys', `${random}${random}`, random],
  ['_', 'sntryu', hex.repeat(8)],
  ['-', 'sq0atp', random.slice(0, 22)],
  ['-', 'sq0csp', `${random}abcdefg`],
  ['', 'bot', '123456789:A', random.slice(0, 34)],
  ['', 'ATATT3xFfGF0', random.repeat(4), '=0A1B2C3D'],
  ['', 'ATBB', random.slice(0, 32)],
  ['_', 'CCIPAT', random.slice(0, 22), hex.repeat(5)],
  ['_', 'pscale', 'pw', `${random}1234567`],
  ['_', 'sbp', hex.repeat(5)],
  ['_', 'ops', `eyJ${random.repeat(4)}`],
  ['_', 'bkua', hex.repeat(5)],
  ['_', 'ntn', `${random}abcdefghij`],
  ['-', 'PMAK', hex.repeat(3), `${hex.repeat(4)}0f`],
  ['_', 'rubygems', hex.repeat(6)],
  ['', 'AKCp', random.repeat(2).slice(0, 69)],
  ['', 'cmVmdGtu', random.repeat(2).slice(0, 56)],
  ['_', 'fm2', `${random}${random}==`],
  ['-', hex.repeat(4), 'us12'],
  ['_', 'dckr', 'pat', random.slice(0, 27)],
  ['-', 'xapp', '1', random],
  ['_', 'sqp', hex.repeat(5)],
  ['-', 'pul', hex.repeat(5)],
  ['-', 'tskey', 'auth', random],
  ['.', 'dt0c01', 'Q7'.repeat(12), 'Q7'.repeat(32)],
  ['_', 'gsk', random.repeat(2).slice(0, 52)],
  ['', 'eyJhdXRocyI6', random],
  ['.', 'v1', hex.repeat(5)],
  ['+', 'u', random.slice(0, 18)],
  ['', 'cio', random.slice(0, 32)],
  ['', 'oy2', hex.repeat(6).slice(0, 43)],
  ['', '1/1234567890123456', `:${hex.repeat(4)}`],
  ['', random.slice(0, 11), ':APA91b', random.repeat(2)],
  ['', 'EAAA', random.repeat(2).slice(0, 60)],
  ['', '$2b$12$', random.repeat(2).slice(0, 53)],
  ['', '$6$abcdefgh$', random.repeat(2)],
  ['', `SCRAM-SHA-256$4096:${random}==$`, random, ':', random],
  ['-', 'AGE', 'SECRET', 'KEY', `1${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2).slice(0, 58)}`],
];

test.each(keys.map(([sign, ...parts]) => parts.join(sign)))('scrub removes the key %s anywhere in a text', (key) => {
  const expected = String.raw`got [secret], "[secret]" and x\n[secret] or %22[secret]%22`;
  expect(scrub(String.raw`got ${key}, "${key}" and x\n${key} or %22${key}%22`)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'token: expired, password: unchanged',
  'password=unset, PASSWORD=required, token=not_found, "secret":"missing", secret=none, password=undefined',
  'DB_PASSWORD=$DB_PASSWORD --password=****** token=REDACTED api_key=your-api-key-here "password": "${secret}"',
  'connect(user, password=password), token=self.token, secret=os.getenv("A"), password=params["password"]',
  "tlsSecret: acme-tls\nsecret: checkout\nis ? 'a personal access token' : 'integration' ? <token>…</token>",
  'Unexpected token: "export", no such secret: "checkout", {"password":"cannot be blank"}, {"password": null}',
  '- token: expired\n- password: unchanged\nToken: refresh the page',
  'GET /a?key=checkout&code=timeout&auth=NotFound&code=ERR_TIMEOUT, ?token=expired&reason=timeout',
  'docker run -u 1000:1000 --user node:node app, git push -u origin:main, curl -u jo:$PASSWORD a, curl -u jo a',
  'usage: login <user> <token> of <secret> and <password></password><token>${token}</token><secretName>a</secretName>',
  '{"name":"DB_PASSWORD","value":"unset"} {"name":"PASSWORD_MIN_LENGTH","value":"twelve"} name: token, of no value: x',
  '- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db-password\n      key: password',
  'task-sk-abc, key-value, npm_config_cache, hf_hub_download, SG.a.b, dapi-gateway, glpat-short, sk-learn, dp.pt.short',
  'resolved by 1.1.1.1, 1.0.0.1:53, 8.8.8.8, 8.8.4.4, 9.9.9.9, 2606:4700:4700::1111 and 2001:4860:4860::8888',
  'listening on 0.0.0.0:8080, pool-1.2.3.4.jar, v1.2.3.4, acme/pool@1.2.3.4 and @acme/pool@1.2.3.4',
  'Bump acme-pool from 1.2.3.4 to 1.2.3.5, Upgrade to 2.0.1.4, downgraded acme/pool from v1.2.3.5 to `1.2.3.4`',
  'dial tcp 10.0.3.7:5432: connection refused (127.0.0.1, 192.168.1.4, fe80::1)',
  'version 1.2.3.4.5 at 12:30:45, std::vector::at, commit 3f2a9bc41d',
  'version 1.2.3.4, com.acme.pool:core:jar:2.13.4.2 and docker.example/acme/pool:1.2.3.4',
  'became ::ffff:10.0.0.7, tcp:10.0.0.7:443',
  'password reset, pwd is wrong, the token expired2, secret key rotation 2024, cookie banner 2: v2',
  'PASS: case-12.sh, bypass: case-12, compass=north-12, PWD=/builds/acme1 max_tokens=100000',
  'git --password-stdin, --token $TOKEN2, --password is missing, set-cookie: SameSite=None; Domain=a1.example',
  'secret: /vault/kv/checkout and password: $DB_PASSWORD',
  `pulled acme/api@sha256:${hex.repeat(8)} and commit ${hex.repeat(5)}`,
  `docker://${hex.repeat(8)} and sha256 ${hex.repeat(8)}`,
  `expected -----BEGIN ${'PRIVATE KEY'}----- in PEM, and the text goes on`,
  `no -----BEGIN ${'RSA PRIVATE KEY'}-----\nwas found in the file that checkout loads at its start`,
  'http://example.com:8080/a@b and https://example.com:443?to=a@b',
  'https://example.com/a:b@c and http://example.com:8080/x and mail to a:b',
  `task_live_migration_2024 and ${hex.repeat(9)} are neither`,
  'https://github.com/acme/api/actions/runs/123?check_suite_focus=true',
])('scrub keeps a text that only resembles a secret: %s', (text) => {
  expect(scrub(text)).toBe(text);
});

test('scrub ignores a comment that would disable the rules of secretlint', () => {
  const text = `// secretlint-disable\n${github}`;
  expect(scrub(text)).not.toContain(github);
});

const at = '2026-03-02T03:00:00.000Z';
const failure: FailureDraft = {
  kind: 'incident',
  externalId: `archive ${github}`,
  title: 'Clean',
  text: '',
  services: [],
  repository: null,
  environment: null,
  paths: [],
  sha: null,
  occurredAt: at,
  resolvedAt: null,
  precision: 'instant',
  timing: null,
  severity: null,
  urgency: null,
  responders: null,
  references: [],
  url: null,
  version: at,
  isFailure: true,
  confidence: 1,
};
const change: ChangeDraft = {
  kind: 'deployment',
  externalId: 'acme/api#deployment/1',
  repository: 'acme/api',
  environment: null,
  title: 'Clean',
  text: '',
  sha: null,
  parents: [],
  number: null,
  branch: null,
  base: null,
  paths: [],
  occurredAt: at,
  succeeded: null,
  url: null,
  version: at,
};

test('scrubs all texts in drafts, and returns a draft without secrets unchanged', () => {
  const address = `https://ci.example/?token=${random}`;
  const texts = { title: `Use ${github}`, text: `a\n\n${slack}`, url: address, environment: `at ${github}` };
  const observed = scrubParsedPayload({
    outcome: 'stored',
    failures: [
      failure,
      { ...failure, ...texts, severity: github, urgency: github, references: ['https://a.example', address] },
    ],
    changes: [change, { ...change, ...texts }],
  });
  const scrubbed = {
    title: 'Use [secret]',
    text: 'a\n\n[secret]',
    url: 'https://ci.example/?token=[secret]',
    environment: 'at [secret]',
  };
  const references = ['https://a.example', 'https://ci.example/?token=[secret]'];
  expect(observed).toEqual({
    outcome: 'stored',
    failures: [failure, { ...failure, ...scrubbed, severity: '[secret]', urgency: '[secret]', references }],
    changes: [change, { ...change, ...scrubbed }],
  });
});

test('removes only keys of known formats from names in drafts, and nothing from ids', () => {
  const names = ['checkout', 'pool at 203.0.113.9', 'token=a1b2c3d4', `${hex.repeat(8)}.png`];
  const { failures, changes } = scrubParsedPayload({
    outcome: 'stored',
    failures: [{ ...failure, services: [...names, github], paths: [...names, `logs/${github}`] }],
    changes: [{ ...change, repository: `source ${github}`, branch: `fix/${github}`, base: 'release-1' }],
  });
  expect(failures).toEqual([{ ...failure, services: [...names, '[secret]'], paths: [...names, 'logs/[secret]'] }]);
  expect(changes).toEqual([{ ...change, repository: 'source [secret]', branch: 'fix/[secret]', base: 'release-1' }]);
});

test('ends a truncated private key at the end of the field, and scrubs the other fields', () => {
  const cut = ['-----BEGIN', ' PRIVATE KEY-----\nMHcCAQEE'].join('');
  const draft = { ...failure, title: `Found ${cut}`, text: `Use ${github}`, url: 'https://ci.example/1' };
  const [scrubbed] = scrubParsedPayload({ outcome: 'stored', failures: [draft], changes: [] }).failures;
  expect(scrubbed).toEqual({ ...draft, title: 'Found [secret]', text: 'Use [secret]' });
});

test('scrub is idempotent for any combination of text parts', () => {
  const parts = [
    ...[
      'password',
      'dbToken',
      'pwd',
      'name: API_KEY',
      'value',
      '<secret>',
      '</secret>',
      'curl -u jo',
      'Cookie',
      'Bearer',
      'token',
      'container ',
      '| secret |',
      'mysql ',
      'login ',
      'IDENTIFIED BY ',
      'DB_PASSWORD_PROD',
      'secret_id',
      'requirepass ',
      'INSERT INTO a (token) VALUES (',
      'jdbc:oracle:thin:',
      'auth=(',
      '[token] =>',
      'X-A-Key: ',
      'creds: a:',
      'recovery codes: ',
      'the password for a is ',
      'pass: ',
      '## password\n\n',
      '密码：',
      'a,password\n',
      '+---+\n',
      'htpasswd -nb a ',
      'AUTH a ',
      'USER a\nPASS ',
      'Some(',
    ],
    ...[
      '=',
      ': ',
      ':',
      '"',
      "'",
      '\\"',
      ' ',
      '\n',
      '&',
      '?key',
      '@',
      '://',
      ',',
      '[',
      ']',
      '{',
      '.',
      '/',
      '%22',
      '@tcp(',
      '" -> "',
      '-',
      '-p',
      '-p ',
      '|',
      '|--|',
      '`',
      '**',
      '%3D',
      '\\u003d',
      '\\u001b[33m',
      '[0m',
      '<',
    ],
    ...[
      'swordfish',
      'expired',
      random,
      hex.repeat(8),
      github,
      slack,
      webToken,
      '203.0.113.9',
      '[secret]',
      '[address]',
      'db-credentials-v2',
      'cannot be blank',
      '$tr0ng!',
      'Xk39vQz71LmT',
      'aB3$x',
      '8f3k-22ls',
      'LS0tLS1CRUdJTi',
      '$argon2id$v=19$m=1$',
      '→ ',
      ' - ',
      '```\n',
      ';',
      ['-----BEGIN', ' PRIVATE KEY-----'].join(''),
      ['-----END', ' PRIVATE KEY-----'].join(''),
      'aB3/'.repeat(12),
      'a',
    ],
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (chosen) => {
      const once = scrub(chosen.join(''));
      expect(scrub(once)).toBe(once);
    }),
    { numRuns: 1_000 },
  );
});
