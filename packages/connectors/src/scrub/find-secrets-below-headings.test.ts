import { expect, test } from 'vitest';
import { scrub } from './scrub-parsed-payload.ts';

test.each([
  ['a heading', '### Password\n\nAbc12345\n\nnext', '### Password\n\n[secret]\n\nnext'],
  ['a heading of several words', '## The admin password ##\nAbc12345', '## The admin password ##\n[secret]'],
  ['an underlined heading', 'Password\n--------\n\n`Abc12345`', 'Password\n--------\n\n`[secret]`'],
  ['a bold line', '**API key**\n\nAbc123-4Xy', '**API key**\n\n[secret]'],
  ['a bold line with a colon', '**Passwort:**\n\nAbc12345', '**Passwort:**\n\n[secret]'],
  ['a fence after a colon', 'password:\n```\nAbc12345\n```\n', 'password:\n```\n[secret]\n```\n'],
  [
    'a fence with a language after a heading',
    '#### Token\r\n```text\r\nAbc12-Xy9\r\n```',
    '#### Token\r\n```text\r\n[secret]\r\n```',
  ],
  ['an empty line after a colon', 'DB_PASSWORD:\n\nAbc12345', 'DB_PASSWORD:\n\n[secret]'],
  ['a quotation', '> ### Password\n>\n> Abc12345\n', '> ### Password\n>\n> [secret]\n'],
])('scrub removes a secret below %s', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected);
  expect(scrub(expected)).toBe(expected);
});

test.each([
  '### Password\n\nexpired\n\n### Token\n\nrefreshed twice2 today',
  '### Password\n\n#12345\n\n### Token\n2026-03-02T10:00:00Z\n',
  '### Password reset\n\nE1234567\n\n## Passwordless login\n\nRelease2024',
  '### Secret\n\ncheckout-credentials-v2\n\n### API key\n\nE12345',
  '### Password\n\n![image](a1b2c3.png)\n\n### Password\n\nhttps://vault.example/a1',
  'rotate the password\nRelease2024\n\nthe token\n\nDeploy2024x',
  'password:\n```\nkubectl get secret db2 -o yaml\n```\n',
  '### Token\n\nv2.3.4-rc1\n\n## Password\n1.2.3456\n',
  '## Secrets\n\nCheckout2Rotation\n\n**Password** rotation\n\nDay2',
  'Password:\n\n$DB_PASSWORD\n\nToken:\n\n[secret]\n',
])('scrub keeps a line below a heading about secrets: %s', (text) => {
  expect(scrub(text)).toBe(text);
});
