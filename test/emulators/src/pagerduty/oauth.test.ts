import { afterEach, beforeEach, expect, it } from 'vitest';
import { createVirtualClock } from '../http/clock.ts';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { requestJson } from '../testing/request-json.ts';
import { type PagerDutyEmulator, startPagerDutyEmulator } from './start-pagerduty-emulator.ts';

const app = { clientId: 'id', clientSecret: 'secret', scopes: ['incidents.read', 'services.read'] };
const clock = createVirtualClock(Date.parse('2026-03-20T00:00:00Z'));
let emulator: PagerDutyEmulator;
beforeEach(async () => {
  emulator = await startPagerDutyEmulator({
    world: createSmallWorld().pagerduty,
    token: 'key',
    app,
    region: 'eu',
    clock,
  });
});
afterEach(() => emulator.close());

const form = {
  grant_type: 'client_credentials',
  client_id: 'id',
  client_secret: 'secret',
  scope: 'as_account-eu.acme incidents.read',
};
async function fetchToken(fields: Record<string, string>) {
  const response = await fetch(`${emulator.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, body: (await response.json()) as { access_token: string; error: string } };
}
const statusWith = async (token: string, path = '/incidents?date_range=all') =>
  (await requestJson(emulator.url + path, { authorization: `Bearer ${token}` })).status;

it('an OAuth token is granted for a day, for the requested scopes', async () => {
  const granted = await fetchToken(form);
  expect(granted).toMatchObject({
    status: 200,
    body: { token_type: 'bearer', expires_in: 86_400, scope: 'as_account-eu.acme incidents.read' },
  });
  const { access_token: token } = granted.body;
  expect(await statusWith(token)).toBe(200);
  expect(await statusWith(token, '/services')).toBe(403);
  await clock.advance(86_399_000);
  expect(await statusWith(token)).toBe(200);
  await clock.advance(1_000);
  expect(await statusWith(token)).toBe(401);
  expect(emulator.countTokens()).toBe(1);
});

it.each([
  ['a scope of another account', { scope: 'as_account-us.acme incidents.read' }, 400, 'invalid_scope'],
  ['a scope without an account', { scope: 'incidents.read' }, 400, 'invalid_scope'],
  ['a scope that the app does not have', { scope: 'as_account-eu.acme incidents.write' }, 400, 'invalid_scope'],
  ['a wrong secret', { client_secret: 'other' }, 401, 'invalid_client'],
  ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
])('the token route refuses %s', async (_what, fields, status, error) => {
  expect(await fetchToken({ ...form, ...fields })).toMatchObject({ status, body: { error } });
});

it('requests fail after a scope of an OAuth app is revoked, and after the whole app is revoked', async () => {
  const { access_token: token } = (await fetchToken(form)).body;
  emulator.allowScopes({ scopes: ['services.read'] });
  expect(await statusWith(token)).toBe(403);
  emulator.revokeCredentials();
  expect(await statusWith(token)).toBe(401);
  expect((await fetchToken(form)).status).toBe(401);
  const withKey = (key: string) => requestJson(`${emulator.url}/abilities`, { authorization: `Token token=${key}` });
  expect((await withKey('key')).status).toBe(401);
  emulator.renewKey({ key: 'new' });
  expect((await withKey('new')).status).toBe(200);
});
