import { setTimeout as wait } from 'node:timers/promises';
import { createProducer } from '@refrain/jobs';
import { generateOrganisation, people } from '@refrain/sample-org';
import { expect, onTestFinished, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { readFailuresAndPatterns } from './read-failures-and-patterns.ts';
import { type Role, type RunningRefrain, startRefrain } from './start-refrain.ts';

const { world } = generateOrganisation(11, { services: 8, repositories: 8, changes: 250, failures: 80 });
const accounts = await startEmulatedAccounts(world);

const undisturbed = await startRefrain();
await accounts.connect(undisturbed);
await undisturbed.waitUntilIdle();
const expected = await readFailuresAndPatterns(undisturbed);
await undisturbed.stop();

test('without kills, every failure of the emulated accounts is found and clustered into patterns', () => {
  const count = (kind: string) => expected.failures.filter((failure) => failure.kind === kind).length;
  expect(count('incident')).toBe(world.pagerduty.incidents.length);
  expect(count('failed_deployment')).toBeGreaterThan(5);
  expect(count('reverted_change')).toBeGreaterThan(5);
  expect(expected.patterns.length).toBeGreaterThan(3);
});

test('stored failures contain no full name, email address or mention of a person', () => {
  const texts = expected.failures.map(({ title, text }) => `${title}\n${text}`).join('\n');
  expect(texts).toContain('someone');
  for (const { name, login, email } of people) {
    for (const trace of [name, email, `@${login}`]) expect(texts).not.toContain(trace);
  }
});

const workers = [
  ['ingest-worker', 'ingest'],
  ['analysis-worker', 'analysis'],
  ['improvement-worker', 'improvement'],
] as const;

test('killing all processes repeatedly during their work changes neither failures nor patterns', async () => {
  const refrain = await startRefrain();
  const { REDIS_URL: redisUrl = '', REDIS_PREFIX: prefix = '' } = refrain.settings;
  const producer = createProducer({ redisUrl, prefix });
  onTestFinished(() => producer.close());
  // Slow responses of the providers make jobs last long enough to kill the worker during a job.
  const slowly = { seed: 1, slowBody: 1, slowMs: 300 };
  for (const account of [accounts.github, accounts.pagerduty]) account.setFaults(slowly);
  await accounts.connect(refrain);
  // Kill the processes independently of each other, so that any two of them may be down at the same time.
  const kills = await Promise.all([
    ...workers.map(([role, queue]) =>
      killAtWork(refrain, role, async () => (await producer.counts())[queue].active > 0),
    ),
    killAtWork(refrain, 'api', async () => true),
  ]);
  for (const times of kills) expect(times).toBeGreaterThan(0);
  await refrain.waitUntilIdle();
  // Texts that were stored before a person's name was known are redacted again four times a minute.
  await expect.poll(() => readFailuresAndPatterns(refrain), { timeout: 60_000, interval: 1_000 }).toEqual(expected);
  accounts.expectDocumented();
});

/**
 * Kills and restarts a process up to five times, while it works. Each kill waits longer after the start of a job than
 * the previous one did. Returns the number of kills.
 */
async function killAtWork(refrain: RunningRefrain, role: Role, isAtWork: () => Promise<boolean>): Promise<number> {
  let kills = 0;
  while (kills < 5 && (await untilAtWork(refrain, isAtWork))) {
    await wait(60 * kills ** 2);
    await refrain.kill(role);
    await refrain.start(role);
    kills += 1;
  }
  return kills;
}

/** Waits until the process works on a job. Returns false if all work is done. */
async function untilAtWork(refrain: RunningRefrain, isAtWork: () => Promise<boolean>): Promise<boolean> {
  const isBusy = () =>
    refrain.ask<{ busy: boolean }>('GET', '/v1/status').then(
      ({ busy }) => busy,
      // The request fails while the API is down.
      () => true,
    );
  while (await isBusy()) {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      if (await isAtWork()) return true;
      await wait(10);
    }
  }
  return false;
}
