import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatusResponse } from '@refrain/domain';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { afterAll, expect, test } from 'vitest';
import { startEmulatedAccounts } from '../emulated-accounts.ts';
import { pollUntil } from '../poll-until.ts';

import { listFailures, readFailuresAndPatterns } from '../read-failures-and-patterns.ts';
import { prepareLocalInstance } from './prepare-local-instance.ts';

const root = await mkdtemp(join(tmpdir(), 'refrain-restore-'));
const { world } = generateOrganisation(11, { services: 8, repositories: 8, changes: 200, failures: 70 });
const accounts = await startEmulatedAccounts(world);
const refrain = prepareLocalInstance(join(root, 'data'), {
  PORT: String(await findFreePort()),
  REFRAIN_PRIVATE_NETWORKS: 'loopback',
  REFRAIN_SYNC_SECONDS: '5',
  REFRAIN_FULL_SYNC_SECONDS: '10',
});
afterAll(async () => {
  await refrain.stop();
  await rm(root, { recursive: true, force: true });
});

const policy = {
  minConfidence: 0.5,
  minPeopleHours: 0,
  minEpisodes: 2,
  maxOpen: 100,
  maxOpenPerRepository: 100,
  maxPerWeek: 100,
  fallbackRepository: `${world.github.organisation}/${world.github.repositories[0]?.name}`,
};
const openIssues = () => refrain.ask('PUT', '/v1/policy', { ...policy, mode: 'auto' });
const isBusy = async () => (await refrain.ask<StatusResponse>('GET', '/v1/status')).busy;
const count = async (state: string) =>
  (await refrain.ask<{ total: number }>('GET', `/v1/improvements?state=${state}`)).total;

const mark = /(?<=<!-- refrain:pattern-)[\w-]+(?= -->)/u;

function listOwnIssues() {
  return accounts.github
    .listRepositories()
    .flatMap(({ issues }) => [...issues.values()])
    .filter(({ body }) => mark.test(body));
}

/**
 * Replaces the pattern ids in the issues' markers. Pattern ids depend on the order in which failures arrive, so a restored instance may use
 * other ids.
 */
async function markByOthers(): Promise<void> {
  const failures = await listFailures(refrain);
  for (const issue of listOwnIssues()) {
    issue.body = issue.body.replace(mark, (id) => {
      const others = failures.filter(({ id: failureId, patternId }) => patternId === id && `p${failureId}` !== id);
      return others.length === 0 ? id : `p${others.at(-1)?.id}`;
    });
  }
}

async function untilRest(state: 'proposed' | 'opened', isEnough: (improvements: number) => boolean) {
  await pollUntil(
    async () => ({ busy: await isBusy(), improvements: await count(state) }),
    ({ busy, improvements }) => !busy && isEnough(improvements),
    120_000,
  );
  return readFailuresAndPatterns(refrain);
}

test('a restored instance ingests everything since the backup, and opens no issue twice', async () => {
  await refrain.start();
  await refrain.ask('PUT', '/v1/policy', { ...policy, mode: 'propose' });
  await accounts.connect(refrain);
  const atBackup = await untilRest('proposed', (proposals) => proposals > 1);
  const backup = join(root, 'backup');
  expect(await refrain.run('backup', backup)).toContain(`Backed up to ${backup}`);

  const service = world.pagerduty.services[0]?.name ?? '';
  for (const title of ['Disk of the ledger is full', 'The queue of payouts stands still']) {
    const { id } = await accounts.pagerduty.openIncident({ title, service });
    await accounts.pagerduty.resolveIncident({ id });
  }
  await openIssues();
  await pollUntil(
    async () => (await readFailuresAndPatterns(refrain)).failures.length,
    (length) => length === atBackup.failures.length + 2,
  );
  const known = await untilRest('opened', (issues) => issues > 1);
  const issues = listOwnIssues().length;
  expect(issues).toBeGreaterThan(1);
  await refrain.stop();

  expect(await refrain.run('restore', backup)).toContain('The former data is in');
  await refrain.start();
  expect(await count('opened')).toBe(0);
  await pollUntil(
    async () => (await readFailuresAndPatterns(refrain)).failures.length,
    (length) => length === known.failures.length,
  );
  expect(await untilRest('proposed', (proposals) => proposals >= issues)).toEqual(known);
  await markByOthers();
  await openIssues();
  expect(await untilRest('opened', (opened) => opened === issues)).toEqual(known);
  expect(listOwnIssues()).toHaveLength(issues);
});
