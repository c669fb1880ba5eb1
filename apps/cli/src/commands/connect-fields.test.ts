import { createConnectFormField } from '@refrain/connectors';
import type { ConnectMethod } from '@refrain/domain';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addFieldOptions, chooseAuthMethod, createCredential } from './connect-fields.ts';

const credential = createConnectFormField({ name: 'credential', label: 'Token', kind: 'secret', isRequired: true });
const account = createConnectFormField({ name: 'account', label: 'Account', isRequired: true });
const appKey = createConnectFormField({ name: 'appKey', label: 'App key', isRequired: true, credentialPart: 'key' });

function methodWith(id: 'app' | 'key', fields: ConnectMethod['fields'], credentialKind: string | null): ConnectMethod {
  const texts = { label: id, instructions: '', link: null, advancedTitle: '' };
  return { id, ...texts, registersApp: false, credentialKind, fields, permissions: [], listsKeyKinds: false };
}

const key = methodWith('key', [account, credential], null);
const app = methodWith('app', [account, appKey, { ...credential, credentialPart: 'secret' }], 'made_up_app');

test('addFieldOptions derives each option from the name and label of a field, and requires only options that all methods require', () => {
  const options = addFieldOptions(new Command(), [key, app]).map(({ option }) => option);
  expect(options.map(({ flags, description, mandatory }) => ({ flags, description, mandatory }))).toEqual([
    { flags: '--account <text>', description: 'Account', mandatory: true },
    { flags: '--app-key <text>', description: 'App key', mandatory: false },
  ]);
});

test('chooseAuthMethod chooses the only method that has the given field', () => {
  expect(chooseAuthMethod([key, app], new Map([['account', 'acme']]))).toBe(key);
  expect(chooseAuthMethod([key, app], new Map([['appKey', 'k1']]))).toBe(app);
});

test('createCredential builds JSON from several fields, and its error names a missing option', () => {
  const options = addFieldOptions(new Command(), [key, app]);
  const given = new Map([
    ['account', 'acme'],
    ['appKey', 'k1'],
  ]);
  expect(createCredential(key, options, given, 'token')).toBe('token');
  expect(JSON.parse(createCredential(app, options, given, 'token'))).toEqual({
    kind: 'made_up_app',
    key: 'k1',
    secret: 'token',
  });
  expect(() => createCredential(app, options, new Map([['appKey', 'k1']]), 'token')).toThrow(
    'Connecting with an app needs --account',
  );
});
