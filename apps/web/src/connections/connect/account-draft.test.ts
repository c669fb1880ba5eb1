import { expect, test } from 'vitest';
import { type AuthMethod, createAccountDraft, findConnectedAccount, toAccountRequest } from './account-draft.ts';

const github = { id: 'github', roots: [{ region: null, url: 'https://api.github.com' }] };
const pagerduty = {
  id: 'pagerduty',
  roots: [
    { region: 'us', url: 'https://api.pagerduty.com' },
    { region: 'eu', url: 'https://api.eu.pagerduty.com' },
  ],
};

function methodWith(credentialKind: string | null, parts: Readonly<Record<string, string | null>>): AuthMethod {
  const regions = ['us', 'eu'].map((value) => ({ value, label: value }));
  return {
    id: 'key',
    label: '',
    instructions: '',
    link: null,
    registersApp: false,
    credentialKind,
    advancedTitle: '',
    permissions: [],
    listsKeyKinds: false,
    fields: Object.entries(parts).map(([name, credentialPart]) => ({
      name,
      kind: name === 'region' ? 'choice' : 'text',
      label: name,
      description: null,
      placeholder: null,
      isRequired: false,
      isAdvanced: false,
      options: name === 'region' ? regions : [],
      credentialPart,
    })),
  };
}

const token = methodWith(null, { account: null, credential: null, baseUrl: null });
const key = methodWith(null, { account: null, credential: null, region: null });
const app = methodWith('pagerduty_app', {
  account: 'subdomain',
  clientId: 'clientId',
  credential: 'clientSecret',
  region: 'region',
  identityUrl: 'identityUrl',
});

test('toAccountRequest omits empty fields, so that their stored values stay', () => {
  expect(toAccountRequest('github', token, { account: ' acme ', credential: 'ghp_1\n', baseUrl: '' })).toEqual({
    provider: 'github',
    account: 'acme',
    credential: 'ghp_1',
  });
  expect(toAccountRequest('pagerduty', key, { credential: 'k', region: 'eu' })).toEqual({
    provider: 'pagerduty',
    credential: 'k',
    region: 'eu',
  });
});

test('toAccountRequest sends the first option of a choice field that the user has not changed', () => {
  expect(toAccountRequest('pagerduty', key, { credential: 'k' })).toMatchObject({ region: 'us' });
});

test('toAccountRequest joins the fields of a PagerDuty app, including the region, into one credential', () => {
  const draft = { account: 'acme', clientId: 'id', credential: 'secret', region: 'eu' };
  const { credential, ...account } = toAccountRequest('pagerduty', app, draft);
  expect(account).toEqual({ provider: 'pagerduty', account: 'acme' });
  const parts = { kind: 'pagerduty_app', clientId: 'id', clientSecret: 'secret', subdomain: 'acme', region: 'eu' };
  expect(JSON.parse(credential ?? '')).toEqual(parts);
});

test('findConnectedAccount finds a connection by provider, account and API root', () => {
  const connection = { provider: 'github', account: 'acme', baseUrl: 'https://ghe.example/api/v3' } as never;
  expect(findConnectedAccount([connection], github, 'acme', { baseUrl: 'https://ghe.example/api/v3/' })).toBe(
    connection,
  );
  expect(findConnectedAccount([connection], github, 'acme', {})).toBeUndefined();
});

test('createAccountDraft fills in the base URL only if it is not a public API URL of the provider', () => {
  expect(createAccountDraft(github, 'acme', 'https://api.github.com')).toEqual({ account: 'acme' });
  expect(createAccountDraft(pagerduty, 'acme', 'https://api.eu.pagerduty.com')).toEqual({
    account: 'acme',
    region: 'eu',
  });
  expect(createAccountDraft(github, 'acme', 'https://ghe.example/api/v3').baseUrl).toBe('https://ghe.example/api/v3');
});
