import type { Connection, Failure, WebhookState } from '@refrain/domain';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { startEmulatedAccounts, token } from './emulated-accounts.ts';
import { pollUntil } from './poll-until.ts';

import { listFailures } from './read-failures-and-patterns.ts';
import { runCommand } from './run-command.ts';
import { startRefrain } from './start-refrain.ts';

const { world } = generateOrganisation(23, { services: 5, repositories: 6, changes: 150, failures: 50 });
const { github, pagerduty, connect } = await startEmulatedAccounts(world, { retryDelaysMs: [200], triedForMs: 1_000 });
const port = String(await findFreePort());
const refrain = await startRefrain({
  PORT: port,
  REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}`,
  REFRAIN_SYNC_SECONDS: '2',
  REFRAIN_CONNECTION_CHECK_SECONDS: '4',
});
/** Timeout of a whole scenario in milliseconds. Each wait within a scenario has a shorter timeout. */
const timeoutMs = 900_000;
const ids = await connect(refrain);
const { organisation } = world.github;
await refrain.waitUntilIdle();
await pollUntil(
  () => connection('github'),
  ({ webhook }) => webhook.state === 'active',
);
await pollUntil(
  () => connection('pagerduty'),
  ({ webhook }) => webhook.state === 'active',
);

/** Waits only for the backfills. The queues never become idle here, because scheduled jobs run every few seconds. */
async function untilBackfilled(): Promise<void> {
  for (const id of [ids.github, ids.pagerduty]) {
    await pollUntil(
      () => refrain.ask<{ state: string; pending: number }>('GET', `/v1/connections/${id}/progress`),
      ({ state, pending }) => state === 'done' && pending === 0,
    );
  }
}

function connection(provider: 'github' | 'pagerduty'): Promise<Connection> {
  return refrain.ask('GET', `/v1/connections/${ids[provider]}`);
}
function connectAgain(provider: 'github' | 'pagerduty', credential = token): Promise<unknown> {
  const baseUrl = provider === 'github' ? github.url : pagerduty.url;
  const account = provider === 'github' ? organisation : world.pagerduty.subdomain;
  return refrain.ask('POST', '/v1/connections', { provider, account, baseUrl, credential });
}
async function streams(): Promise<string[]> {
  const path = `/v1/connections/${ids.github}/progress`;
  const progress = await refrain.ask<{ streams: { stream: string }[] }>('GET', path);
  return progress.streams.map(({ stream }) => stream);
}
const untilActive = (provider: 'github' | 'pagerduty') =>
  pollUntil(
    () => connection(provider),
    ({ status }) => status === 'active',
  );

/** Waits until the connection needs attention for the given reason, and returns the advice, which `refrain doctor` prints too. */
async function adviceOf(provider: 'github' | 'pagerduty', reason: RegExp): Promise<string> {
  const { statusReason } = await pollUntil(
    () => connection(provider),
    (now) => now.status === 'needs_attention' && reason.test(now.statusReason ?? ''),
  );
  const doctor = await runCommand(['doctor'], { REFRAIN_URL: refrain.url, REFRAIN_TOKEN: refrain.token });
  expect(doctor.code).not.toBe(0);
  expect(doctor.stdout).toMatch(/WRONG .* needs attention\n/u);
  expect(doctor.stdout).toMatch(reason);
  return statusReason ?? '';
}

const countChanges = async () => (await refrain.ask<{ changes: number }>('GET', '/v1/status')).changes;
const incidents = async () => (await listFailures(refrain)).filter(({ kind }) => kind === 'incident');

async function expectCodeToArrive(repository: string): Promise<void> {
  const before = await countChanges();
  await github.act.mergePull({ repository, title: 'Bound the pool' });
  await pollUntil(countChanges, (changes) => changes > before);
}

async function expectIncidentToArrive(title: string): Promise<void> {
  await pagerduty.act.openIncident({ title, service: liveService() });
  await pollUntil(incidents, (all) => all.some((incident) => incident.title === title));
}

const deletedService = world.pagerduty.services[0]?.name ?? '';
const liveService = () => world.pagerduty.services[1]?.name ?? '';
const failingRepositories = await listFailures(refrain).then((failures) => {
  const counts = new Map<string, number>();
  for (const { repository } of failures) if (repository) counts.set(repository, (counts.get(repository) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name.split('/')[1] ?? '');
});
const [first = '', second = '', third = ''] = failingRepositories;
const untouched =
  world.github.repositories.map(({ name }) => name).find((name) => !failingRepositories.slice(0, 3).includes(name)) ??
  '';

test(
  'Refrain keeps importing from GitHub through lost permissions, renames, deletions, revoked tokens and a suspended App',
  async () => {
    await reportsMissingPermission();
    await followsRenamedRepositories();
    await reportsDeletedRepository();
    await rotatesSecretAtGitHub();
    await reportsRevokedToken();
    await reportsSuspendedAndUninstalledApp();
  },
  timeoutMs,
);

/** Expects that a missing permission is reported with its consequence, that all other imports continue, and that the connection recovers. */
async function reportsMissingPermission(): Promise<void> {
  github.act.removePermission('deployments');
  const advice = await adviceOf('github', /Deployments: read \(costs failed deployments\)/u);
  expect(advice).toContain('give it that');
  await expectCodeToArrive(first);
  expect((await connection('pagerduty')).status).toBe('active');
  github.act.restorePermission('deployments');
  await untilActive('github');
}

/** Expects that a renamed repository keeps its failures, even if another repository takes its former name. */
async function followsRenamedRepositories(): Promise<void> {
  const of = (failures: readonly Failure[], name: string) =>
    failures
      .filter(({ repository }) => repository === `${organisation}/${name}`)
      .map(({ id }) => id)
      .sort();
  const before = await listFailures(refrain);
  expect([of(before, first).length > 0, of(before, second).length > 0]).toEqual([true, true]);
  await github.act.rename({ repository: first, name: 'renamed' });
  await github.act.rename({ repository: second, name: first });
  await pollUntil(
    () => listFailures(refrain),
    (failures) => of(failures, 'renamed').length > 0 && of(failures, second).length === 0,
  );
  await expectCodeToArrive('renamed');
  await expectCodeToArrive(first);
  await untilBackfilled();
  const after = await listFailures(refrain);
  expect(of(after, 'renamed')).toEqual(of(before, first));
  expect(of(after, first)).toEqual(of(before, second));
  expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  expect((await connection('github')).status).toBe('active');
}

/**
 * Expects that a deleted repository is reported, that the other repositories are still imported, and that connecting again removes the
 * deleted one.
 */
async function reportsDeletedRepository(): Promise<void> {
  await untilActive('github');
  await github.act.delete({ repository: third });
  const advice = await adviceOf('github', new RegExp(`are gone, or hidden .*: ${organisation}/${third};`, 'u'));
  expect(advice).toContain('connect again to go on without them');
  await expectCodeToArrive(untouched);
  await connectAgain('github');
  await pollUntil(streams, (all) => all.length > 0 && !all.some((stream) => stream.endsWith(`/${third}`)));
  await untilActive('github');
}

/** Expects that a new webhook secret is set at GitHub, although a delivery signed with the former secret arrives first. */
async function rotatesSecretAtGitHub(): Promise<void> {
  await refrain.kill('ingest-worker');
  const path = `/v1/connections/${ids.github}/webhook-secret`;
  const { secret } = await refrain.ask<{ secret: string }>('POST', path);
  await github.act.issueOpened({ repository: untouched, title: 'Signed with the former secret' });
  await github.settled();
  expect(github.deliveries().at(-1)).toMatchObject({ event: 'issues', status: 202 });
  expect((await connection('github')).webhook).toMatchObject({ deliveredAt: expect.any(String) });
  await refrain.start('ingest-worker');
  const listSecretsSet = async () =>
    github
      .requests()
      .filter(({ method, path: to }) => method === 'PATCH' && to.includes('/hooks/'))
      .map(({ requestBody }) => (requestBody as { config: { secret: string } }).config.secret);
  await pollUntil(listSecretsSet, (secrets) => secrets.includes(secret));
  await pollUntil(
    () => connection('github'),
    ({ webhook }) => webhook.state === 'active' && webhook.isSecretDue === false,
  );
}

/** Expects that a revoked token is reported while PagerDuty is still imported, and that a new token repairs the connection. */
async function reportsRevokedToken(): Promise<void> {
  github.act.revokeToken();
  expect(await adviceOf('github', /refuses the token \(401\)/u)).toContain('connect');
  await expectIncidentToArrive('While GitHub refused us');
  github.act.renewToken({ token: 'another-token' });
  await connectAgain('github', 'another-token');
  await untilActive('github');
  await expectCodeToArrive(untouched);
}

async function reportsSuspendedAndUninstalledApp(): Promise<void> {
  const permissions = {
    metadata: 'read',
    contents: 'read',
    pull_requests: 'read',
    deployments: 'read',
    actions: 'read',
    checks: 'read',
    issues: 'write',
  } as const;
  const { appId, privateKey, installationId } = await github.act.installApp({ permissions });
  await connectAgain('github', JSON.stringify({ kind: 'github_app', appId, privateKey, installationId }));
  await untilActive('github');
  await github.act.suspend({ installationId });
  expect(await adviceOf('github', /App is suspended/u)).toContain('unsuspend it');
  await github.act.unsuspend({ installationId });
  await untilActive('github');
  await expectCodeToArrive(untouched);
  await github.act.uninstall({ installationId });
  expect(await adviceOf('github', /App is no longer installed on this account/u)).toContain('install it again');
  await expectIncidentToArrive('While the App was away');
}

test(
  'Refrain keeps importing from PagerDuty through deleted services, lost events, disabled subscriptions and revoked keys',
  async () => {
    await reportsDeletedService();
    await findsLostEventByReconciliation();
    await enablesDisabledSubscription();
    await replacesSubscriptionForNewSecret();
    await reportsRevokedKey();
  },
  timeoutMs,
);

/** Expects that a deleted service is reported, and that incidents of the other services still arrive. */
async function reportsDeletedService(): Promise<void> {
  await pagerduty.act.deleteService({ service: deletedService });
  await adviceOf('pagerduty', new RegExp(`services are gone, or hidden .*: ${deletedService};`, 'u'));
  await expectIncidentToArrive('Disk full after the service was deleted');
  await connectAgain('pagerduty');
  await untilActive('pagerduty');
}

/** Expects that the completeness check finds and imports an incident whose webhook was lost. */
async function findsLostEventByReconciliation(): Promise<void> {
  let reconciledAt = 0;
  // A completeness check restarts the import of records that the previous check found missing, so there must be enough time between checks.
  const reconcile = async () => {
    if (Date.now() - reconciledAt < 15_000) return;
    reconciledAt = Date.now();
    await refrain.ask('POST', `/v1/connections/${ids.pagerduty}/completeness`);
  };
  const gaps = async () =>
    (await refrain.ask<{ gaps: { day: string }[] }>('GET', `/v1/connections/${ids.pagerduty}/completeness`)).gaps;
  const at = new Date(Date.now() - 2 * 86_400_000).toISOString();
  pagerduty.setFaults({ seed: 1, webhooks: { lost: 1 } });
  await pagerduty.act.openIncident({ title: 'Its delivery was lost', service: liveService(), at });
  pagerduty.setFaults(null);
  const isKnown = (all: readonly Failure[]) => all.some(({ title }) => title === 'Its delivery was lost');
  expect(isKnown(await incidents())).toBe(false);
  await pollUntil(
    async () => {
      await reconcile();
      return incidents();
    },
    isKnown,
    120_000,
  );
  await pollUntil(
    async () => {
      await reconcile();
      return gaps();
    },
    (remaining) => remaining.length === 0,
  );
}

/** Expects that a subscription disabled by PagerDuty is enabled again, and that missed incidents are imported. */
async function enablesDisabledSubscription(): Promise<void> {
  await refrain.kill('api');
  const countUndelivered = async () => pagerduty.deliveries().filter(({ status }) => status === null).length;
  const lost = await countUndelivered();
  for (const number of [1, 2, 3, 4]) {
    await pagerduty.act.openIncident({ title: `While the API was down ${number}`, service: liveService() });
  }
  await pollUntil(countUndelivered, (tries) => tries >= lost + 4);
  await pagerduty.settled();
  await pollUntil(
    async () => pagerduty.requests(),
    (requests) => requests.some(({ path }) => path.endsWith('/enable')),
  );
  await refrain.start('api');
  await pollUntil(
    incidents,
    (all) => all.filter(({ title }) => title.startsWith('While the API was down')).length === 4,
  );
  const webhook = async (): Promise<WebhookState> => (await connection('pagerduty')).webhook;
  await pollUntil(webhook, ({ state }) => state === 'active');
  const countAccepted = () => pagerduty.deliveries().filter(({ status }) => status !== null && status < 300).length;
  const before = countAccepted();
  await expectIncidentToArrive('After the API came back');
  await pollUntil(
    async () => countAccepted(),
    (count) => count > before,
  );
}

/** Expects that a new secret leads to a new subscription, and that no event is rejected while the secret changes. */
async function replacesSubscriptionForNewSecret(): Promise<void> {
  const path = `/v1/connections/${ids.pagerduty}/webhook`;
  const secret = async () => (await refrain.ask<{ secret: string }>('GET', path)).secret;
  const former = await secret();
  const listRefused = () => pagerduty.deliveries().filter(({ status }) => status === 401);
  const refused = listRefused().length;
  await refrain.ask('POST', `${path}-secret`);
  await pollUntil(secret, (now) => now !== former);
  await pollUntil(
    () => connection('pagerduty'),
    ({ webhook }) => webhook.state === 'active' && webhook.deliveredAt !== null,
  );
  await expectIncidentToArrive('Signed with the new secret');
  await pagerduty.settled();
  expect(listRefused()).toHaveLength(refused);
  expect(new Set(pagerduty.deliveries().map(({ subscriptionId }) => subscriptionId)).size).toBe(2);
}

/** Expects that every sync reports a revoked key until a new key is set. */
async function reportsRevokedKey(): Promise<void> {
  const countRefused = () => pagerduty.requests().filter(({ status }) => status === 401).length;
  pagerduty.act.revokeCredentials();
  expect(await adviceOf('pagerduty', /refuses the token \(401\)/u)).toContain('connect');
  const before = countRefused();
  const seen = new Set<string>();
  await pollUntil(
    async () => {
      seen.add((await connection('pagerduty')).status);
      return countRefused();
    },
    (refused) => refused > before + 5,
  );
  expect([...seen]).toEqual(['needs_attention']);
  pagerduty.act.renewKey({ key: 'another-key' });
  await connectAgain('pagerduty', 'another-key');
  await untilActive('pagerduty');
  await expectIncidentToArrive('With another key');
}
