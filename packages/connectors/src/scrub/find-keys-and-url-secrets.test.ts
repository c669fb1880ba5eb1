import { expect, test } from 'vitest';
import { scrub, scrubUrlCredentials } from './scrub-parsed-payload.ts';

const token = 'a1b2c3d4'.repeat(4);
const hex = '0f3a9e8d';
const uuid = [hex, '0f3a', '4e8d', 'af3a', `${hex}0f3a`].join('-');

test.each([
  ['dial shop:sword@fish@tcp(10.0.0.1:3306)/shop', 'dial [secret]@tcp(10.0.0.1:3306)/shop'],
  ['dsn="app:swordfish@unix(/run/mysql.sock)/a"', 'dsn="[secret]@unix(/run/mysql.sock)/a"'],
  ['jdbc:oracle:thin:scott/swordfish@db1.example:1521:ORCL', 'jdbc:oracle:thin:[secret]@db1.example:1521:ORCL'],
  [`https://${token}@o1.ingest.example/1`, 'https://[secret]@o1.ingest.example/1'],
  ['nats://Zq7Rk2Vx9Lm4Tn8B@queue:4222', 'nats://[secret]@queue:4222'],
])('scrub removes the credentials in a URL: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrubUrlCredentials(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  [`events.pagerduty.com/integration/${hex.repeat(4)}/enqueue`, 'events.pagerduty.com/integration/[secret]/enqueue'],
  [
    `https://outlook.office.com/webhook/${uuid}@${uuid}/IncomingWebhook/${hex.repeat(4)}/${uuid}`,
    'https://outlook.office.com/webhook/[secret]',
  ],
  ['https://hooks.zapier.com/hooks/catch/1234567/ab12cd3/', 'https://hooks.zapier.com/hooks/catch/[secret]/'],
  [
    String.raw`"https:\/\/hooks.zapier.com\/hooks\/catch\/1234567\/ab12cd3",`,
    String.raw`"https:\/\/hooks.zapier.com\/hooks\/catch\/[secret]",`,
  ],
  ['https://chat.acme.example/hooks/l47101aclu3xema9gvafb0exaq', 'https://chat.acme.example/hooks/[secret]'],
])('scrub removes the secret in a webhook URL: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  'src/hooks/useCheckoutTotals2.ts, .git/hooks/pre-commit, /hooks/averylongnameofahookwithoutn',
  'https://events.pagerduty.com/v2/enqueue, events.pagerduty.com/integration/<key>/enqueue',
  'https://hooks.zapier.com/hooks/catch/, https://outlook.office.com/mail/inbox, outlook.office.com/webhook/ is retired',
])('scrub keeps a URL without a secret: %s', (text) => {
  expect(scrub(text)).toBe(text);
});

test.each([
  'jdbc:oracle:thin:@db1:1521:ORCL, jdbc:oracle:thin:@//db1:1521/a@b',
  'https://deploy-service-account@git.example/a, https://jo2024@git.example',
  'dial tcp(10.0.0.1:3306): refused, app@tcp(10.0.0.1:3306)/shop',
])('scrub keeps a URL without credentials: %s', (text) => {
  expect(scrub(text)).toBe(text);
});

/** Keys are assembled from parts in this file, so that secret scanners do not report this repository. */
const id = ['AKIA', 'J7XKQ2M4N5P6R7S3'].join('');
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYzzzzzzzKEY';

test.each([
  [`${id} ${secret}`, '[secret] [secret]'],
  [`Access key ID,Secret access key\r\n${id},${secret}`, 'Access key ID,Secret access key\r\n[secret],[secret]'],
  [`${secret} of key ${id}`, '[secret] of key [secret]'],
  [String.raw`"${id}\n${secret.replace('/', String.raw`\/`)}"`, String.raw`"[secret]\n[secret]"`],
])('scrub removes the secret next to an AWS access key id: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  [`digest ${secret}`, `digest ${secret}`],
  [`${id} used by commit ${'0f3a9e8d'.repeat(5)}`, `[secret] used by commit ${'0f3a9e8d'.repeat(5)}`],
  [`${id}${' '.repeat(100)}${secret}`, `[secret]${' '.repeat(100)}${secret}`],
])('scrub keeps 40 characters that are hexadecimal or not near an AWS access key id: %s', (text, expected) => {
  expect(scrub(text)).toBe(expected);
});
