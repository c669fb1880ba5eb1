import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { parseGitHubCredential } from '../github/client/credential.ts';
import { parsePagerDutyCredential } from '../pagerduty/client/credential.ts';
import { captureAppError } from '../testing.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const app = { kind: 'github_app', appId: 7, privateKey, installationId: 9 };

it('parses a plain text credential as a token, and JSON as an app', () => {
  expect(parseGitHubCredential(' ghp_abc\n')).toEqual({ kind: 'token', token: 'ghp_abc' });
  expect(parseGitHubCredential(JSON.stringify({ ...app, slug: 'refrain' }))).toEqual({ ...app, slug: 'refrain' });
  const pagerduty = { kind: 'pagerduty_app', clientId: 'c', clientSecret: 's', subdomain: 'acme', region: 'eu' };
  expect(parsePagerDutyCredential(JSON.stringify(pagerduty))).toMatchObject({
    identityUrl: 'https://identity.pagerduty.com',
  });
});

it('never sends the secret of a PagerDuty app in plain text', async () => {
  const of = (identityUrl: string) =>
    JSON.stringify({
      kind: 'pagerduty_app',
      clientId: 'c',
      clientSecret: 's',
      subdomain: 'acme',
      region: 'eu',
      identityUrl,
    });
  expect((await captureAppError(() => parsePagerDutyCredential(of('http://identity.example')))).message).toContain(
    'identityUrl',
  );
  expect(parsePagerDutyCredential(of('http://127.0.0.1:8080'))).toMatchObject({ identityUrl: 'http://127.0.0.1:8080' });
});

it.each([
  ['{', /not JSON/],
  [JSON.stringify({ ...app, privateKey: 'canary-key' }), /privateKey/],
  [JSON.stringify({ ...app, installationId: 'canary-id' }), /installationId/],
  [JSON.stringify({ kind: 'pagerduty_app' }), /kind/],
])('rejects the credential %s in one line that names the field and no value', async (text, named) => {
  const error = await captureAppError(() => parseGitHubCredential(text));
  expect(error).toMatchObject({ code: 'invalid_input', message: expect.stringMatching(named) });
  expect(error.message).not.toMatch(/canary|\n/u);
});
