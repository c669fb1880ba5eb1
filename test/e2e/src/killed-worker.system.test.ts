import { setTimeout as wait } from 'node:timers/promises';
import { createProducer } from '@refrain/jobs';
import { generateOrganisation, people } from '@refrain/sample-org';
import { expect, onTestFinished, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { readOutcome } from './read-outcome.ts';
import { type Refrain, type Role, startRefrain } from './start-refrain.ts';

const { world } = generateOrganisation(11, { services: 8, repositories: 8, changes: 250, failures: 80 });
const accounts = await startEmulatedAccounts(world);

const undisturbed = await startRefrain();
await accounts.connect(undisturbed);
await undisturbed.settle();
const expected = await readOutcome(undisturbed);
await undisturbed.stop();

test('the undisturbed run finds every failure of the emulated accounts, and patterns in them', () => {
  const count = (kind: string) => expected.failures.filter((failure) => failure.kind === kind).length;
  expect(count('incident')).toBe(world.pagerduty.incidents.length);
  expect(count('failed_deployment')).toBeGreaterThan(5);
  expect(count('reverted_change')).toBeGreaterThan(5);
  expect(expected.patterns.length).toBeGreaterThan(3);
});

test('nobody is named by full name, address or mention in what is stored', () => {
  const texts = expected.failures.map(({ title, text }) => `${title}\n${text}`).join('\n');
  expect(texts).toContain('someone');
  for (const { name, login, email } of people) {
    for (const trace of [name, email, `@${login}`]) expect(texts).not.toContain(trace);
  }
});

/** Each worker and the queue that it works on. */
const workers = [
  ['ingest-worker', 'ingest'],
  ['analysis-worker', 'analysis'],
  ['improvement-worker', 'improvement'],
] as const;

test('each process killed again and again in the middle of its work: the same failures and patterns', async () => {
  const refrain = await startRefrain();
  const { REDIS_URL: redisUrl = '', REDIS_PREFIX: prefix = '' } = refrain.settings;
  const producer = createProducer({ redisUrl, prefix });
  onTestFinished(() => producer.close());
  // So that they are still at it when they are killed.
  const slowly = { seed: 1, slowBody: 1, slowMs: 300 };
  for (const account of [accounts.github, accounts.pagerduty]) account.setFaults(slowly);
  await accounts.connect(refrain);
  // Each at its own times, so that any of them may be away with any other.
  const kills = await Promise.all([
    ...workers.map(([role, queue]) =>
      killAtWork(refrain, role, async () => (await producer.counts())[queue].active > 0),
    ),
    killAtWork(refrain, 'api', async () => true),
  ]);
  for (const times of kills) expect(times).toBeGreaterThan(0);
  await refrain.settle();
  // Names that came later than a text are taken out of it by who goes over what is owed, four times a minute.
  await expect.poll(() => readOutcome(refrain), { timeout: 60_000, interval: 1_000 }).toEqual(expected);
}, 300_000);

/** Up to five times, each later after it has begun something. @returns how often it was killed before all was done */
async function killAtWork(refrain: Refrain, role: Role, isAtWork: () => Promise<boolean>): Promise<number> {
  let kills = 0;
  while (kills < 5 && (await untilAtWork(refrain, isAtWork))) {
    await wait(60 * kills ** 2);
    await refrain.kill(role);
    await refrain.start(role);
    kills += 1;
  }
  return kills;
}

/** @returns false when all is done */
async function untilAtWork(refrain: Refrain, isAtWork: () => Promise<boolean>): Promise<boolean> {
  const isBusy = () =>
    refrain.ask<{ busy: boolean }>('GET', '/v1/status').then(
      ({ busy }) => busy,
      // The API is among those that are killed.
      () => true,
    );
  while (await isBusy()) {
    for (let look = 0; look < 30; look += 1) {
      if (await isAtWork()) return true;
      await wait(10);
    }
  }
  return false;
}

test('every request that was sent, and every answer to it, is as the vendors document it', () => {
  accounts.expectDocumented();
});
