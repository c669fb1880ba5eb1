import type { ConnectResponse, Failure } from '@refrain/domain';
import { startPagerDutyEmulator } from '@refrain/emulators';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { afterAll, expect, test } from 'vitest';

import { runCommand } from './run-command.ts';
import { startRefrain } from './start-refrain.ts';

const { world } = generateOrganisation(19, { services: 3, repositories: 3, changes: 40, failures: 12 });
const scopes = [
  'incidents.read',
  'incidents.write',
  'services.read',
  'change_events.read',
  'webhook_subscriptions.read',
  'webhook_subscriptions.write',
];
const app = { clientId: 'an-app', clientSecret: 'canary-client-secret', scopes };
const pagerduty = await startPagerDutyEmulator({
  world: world.pagerduty,
  token: 'a key that nobody uses',
  app,
  region: 'eu',
  limits: 'off',
});
afterAll(() => pagerduty.close());

const port = String(await findFreePort());
const refrain = await startRefrain({ PORT: port, REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}` });
const here = { REFRAIN_URL: refrain.url, REFRAIN_TOKEN: refrain.token };

function connect(args: readonly string[] = [], clientSecret = app.clientSecret) {
  const place = ['--base-url', pagerduty.url, '--identity-url', pagerduty.url];
  return runCommand(
    ['connect', 'pagerduty', '--app-id', app.clientId, '--account', world.pagerduty.subdomain, ...place, ...args],
    { ...here, REFRAIN_CREDENTIAL: clientSecret },
  );
}

test('the CLI rejects a PagerDuty app with a wrong secret or region without printing the secret', async () => {
  for (const run of [await connect(['--region', 'us']), await connect(['--region', 'eu'], 'canary-wrong')]) {
    expect(run).toMatchObject({ code: 3, stdout: '', stderr: expect.stringMatching(/^refrain: .*PagerDuty.*\n$/u) });
    expect(run.stderr).not.toContain('canary');
  }
});

test('connecting a PagerDuty app checks its scopes, runs a backfill and subscribes to webhooks', async () => {
  await checksScopesWithoutConnecting();
  await connectsAndImports();
});

async function checksScopesWithoutConnecting(): Promise<void> {
  pagerduty.act.allowScopes({ scopes: scopes.filter((scope) => scope !== 'incidents.write') });
  const { code, stdout } = await connect(['--region', 'eu', '--check']);
  expect(code).toBe(0);
  expect(stdout).toContain(
    'Missing permission incidents.write; not available without it: notes on incidents that have happened before',
  );
  expect(stdout).toContain(`${world.pagerduty.services.length} services would be imported`);
  expect(await refrain.ask('GET', '/v1/connections')).toEqual({ items: [], next: null, total: 0 });
  pagerduty.act.allowScopes({ scopes });
}

async function connectsAndImports(): Promise<void> {
  const { code, stdout } = await connect(['--region', 'eu', '--json']);
  expect(code).toBe(0);
  const { connection, health } = JSON.parse(stdout) as ConnectResponse;
  expect(connection).toMatchObject({ provider: 'pagerduty', status: 'active', webhook: { state: 'active' } });
  expect(health).toMatchObject({ missing: [] });
  expect(stdout).not.toContain(app.clientSecret);

  await refrain.ask('POST', `/v1/connections/${connection.id}/backfill`, {});
  await refrain.waitUntilIdle();
  const countIncidents = async (query: string) =>
    (await refrain.ask<{ items: Failure[]; total: number }>('GET', `/v1/failures?kind=incident&${query}`)).total;
  expect(await countIncidents('limit=1')).toBe(world.pagerduty.incidents.length);
  const service = world.pagerduty.services[0]?.name ?? '';
  await pagerduty.act.openIncident({ title: 'The badge turnstile rejects everyone', service });
  await expect.poll(() => countIncidents('query=turnstile'), { timeout: 60_000 }).toBe(1);
  expect(pagerduty.countTokens()).toBeGreaterThan(0);
}
