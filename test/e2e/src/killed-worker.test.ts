import { setTimeout as wait } from 'node:timers/promises';
import { generateOrganisation, people } from '@refrain/sample-org';
import { expect, test } from 'vitest';
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

const roles = ['ingest-worker', 'analysis-worker', 'improvement-worker', 'api'] as const;

test('each process killed again and again during the backfill: the same failures and patterns', async () => {
  const refrain = await startRefrain();
  await accounts.connect(refrain);
  // Each at its own times, so that any of them may be away with any other.
  await Promise.all(roles.map((role, at) => crashAgain(refrain, role, 100 * at)));
  await refrain.settle();
  // Names that came later than a text are taken out of it by who goes over what is owed, four times a minute.
  await expect.poll(() => readOutcome(refrain), { timeout: 60_000, interval: 1_000 }).toEqual(expected);
}, 300_000);

async function crashAgain(refrain: Refrain, role: Role, afterMs: number): Promise<void> {
  await wait(afterMs);
  for (const pauseMs of [150, 700, 1_300, 400]) {
    await wait(pauseMs);
    await refrain.kill(role);
    await refrain.start(role);
  }
}

test('every request that was sent, and every answer to it, is as the vendors document it', () => {
  accounts.assertConforming();
});
