import { expect, test } from 'vitest';
import { draftOf, emptyDraft, findConnected, toWanted } from './account-draft.ts';

test('what is left empty is left out, so that it stays', () => {
  expect(toWanted('github', 'key', { ...emptyDraft, account: ' acme ', credential: 'ghp_1\n' })).toEqual({
    provider: 'github',
    account: 'acme',
    credential: 'ghp_1',
  });
  expect(toWanted('pagerduty', 'key', { ...emptyDraft, credential: 'k', region: 'eu' })).toEqual({
    provider: 'pagerduty',
    credential: 'k',
    region: 'eu',
  });
});

test('an app of PagerDuty goes as one credential that tells its region itself', () => {
  const draft = { ...emptyDraft, account: 'Acme', clientId: 'id', credential: 'secret', region: 'eu' } as const;
  const { credential, ...wanted } = toWanted('pagerduty', 'app', draft);
  expect(wanted).toEqual({ provider: 'pagerduty', account: 'Acme' });
  const app = { kind: 'pagerduty_app', clientId: 'id', clientSecret: 'secret', subdomain: 'acme', region: 'eu' };
  expect(JSON.parse(credential ?? '')).toEqual(app);
});

test('an account is known by its provider, its name and where it lives', () => {
  const connection = { provider: 'github', account: 'acme', baseUrl: 'https://ghe.example/api/v3' } as never;
  expect(findConnected([connection], 'github', 'acme', { ...emptyDraft, baseUrl: 'https://ghe.example/api/v3/' })).toBe(
    connection,
  );
  expect(findConnected([connection], 'github', 'acme', emptyDraft)).toBeUndefined();
});

test('a usual address is not typed, another one is', () => {
  expect(draftOf('acme', 'https://api.github.com')).toEqual({ ...emptyDraft, account: 'acme' });
  expect(draftOf('acme', 'https://api.eu.pagerduty.com')).toEqual({ ...emptyDraft, account: 'acme', region: 'eu' });
  expect(draftOf('acme', 'https://ghe.example/api/v3').baseUrl).toBe('https://ghe.example/api/v3');
});
