import { inspect } from 'node:util';
import type { ProviderAccess } from '@refrain/connectors';
import { hourInMs } from '@refrain/domain';
import { expect, it } from 'vitest';
import { neverAborted } from '../pull-all-pages.ts';
import {
  createSamplePagerDutyWorld,
  createSeparateProviderAccess,
  parseFailuresFromResponsePages,
  pullStream,
  startEmulatedPagerDutyAccount,
} from './emulated-account.ts';

const clientSecret = 'canary-client-secret';
const allScopes = [
  'incidents.read',
  'services.read',
  'change_events.read',
  'incidents.write',
  'webhook_subscriptions.read',
  'webhook_subscriptions.write',
];

async function startApp(scopes: readonly string[], options: { region?: 'us' | 'eu'; now?: () => number } = {}) {
  const world = createSamplePagerDutyWorld();
  const { region = 'us', ...more } = options;
  const app = { clientId: 'the-app', clientSecret, scopes };
  const { emulator, open } = await startEmulatedPagerDutyAccount(world, { app, region, ...more });
  const named = { kind: 'pagerduty_app', clientId: app.clientId, clientSecret, subdomain: world.subdomain, region };
  const credential = JSON.stringify({ ...named, identityUrl: emulator.url });
  return { emulator, open: (access: ProviderAccess = createSeparateProviderAccess()) => open({ credential, access }) };
}

it.each(['us', 'eu'] as const)('all sources of a process share one OAuth token, in the region %s', async (region) => {
  const { emulator, open } = await startApp(allScopes, { region });
  const access = createSeparateProviderAccess();
  expect(
    parseFailuresFromResponsePages(await pullStream(open(access), 'incidents', '2026-10-01T00:00:00.000Z')).length,
  ).toBeGreaterThan(0);
  await pullStream(open(access), 'change_events', '2026-10-01T00:00:00.000Z');
  expect(emulator.countTokens()).toBe(1);
  expect((await open(access).verify(neverAborted)).missing).toEqual([]);
});

it('a refused OAuth token is replaced once, and no error reveals the credential', async () => {
  let now = Date.now();
  const { emulator, open } = await startApp(allScopes, { now: () => now });
  const access = createSeparateProviderAccess();
  await pullStream(open(access), 'change_events');
  now += 25 * hourInMs;
  await pullStream(open(access), 'change_events');
  expect(emulator.countTokens()).toBe(2);
  expect(emulator.requests().filter(({ status }) => status === 401)).toHaveLength(1);

  emulator.revokeCredentials();
  const error = await pullStream(open(access), 'change_events').catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'credential_rejected' });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(clientSecret);
});

it('checking an OAuth app names each missing scope with its consequence', async () => {
  const { open } = await startApp(['incidents.read', 'services.read', 'webhook_subscriptions.read']);
  const { missing, visible } = await open().verify(neverAborted);
  expect(visible).toHaveLength(4);
  expect(missing).toEqual([
    { permission: 'change_events.read', costs: expect.stringContaining('deployments') },
    { permission: 'incidents.write', costs: expect.stringContaining('notes') },
    { permission: 'webhook_subscriptions.write', costs: expect.stringContaining('webhooks'), isOptional: true },
  ]);
  expect(parseFailuresFromResponsePages(await pullStream(open())).length).toBeGreaterThan(0);
  expect(await pullStream(open(), 'change_events')).toEqual([{ records: [], next: null, expected: 0 }]);
  const wanted = { url: 'https://refrain.example/hook', secret: null, id: null, hasReceived: false };
  expect(await open().ensureWebhook(wanted, neverAborted)).toEqual({
    id: null,
    state: 'refused',
    problem: expect.stringContaining('webhook_subscriptions.write'),
    secret: null,
  });
});

it('checking an OAuth app names the missing required scopes', async () => {
  const { open } = await startApp(['services.read']);
  const error = await open()
    .verify(neverAborted)
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'permission_missing', message: expect.stringContaining('incidents.read') });
});
