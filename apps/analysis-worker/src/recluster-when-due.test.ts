import { setTimeout as sleep } from 'node:timers/promises';
import { runPipeline } from '@refrain/analysis';
import { defaultScope, type Measurement } from '@refrain/domain';
import { createProducer, startWorker } from '@refrain/jobs';
import { createStore } from '@refrain/store';
import { createScratchDatabase, testKey } from '@refrain/store/testing';
import { afterAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { createRecluster } from './recluster.ts';
import { createReclusterWhenDue } from './recluster-when-due.ts';
import { findRestMs } from './rest-of-grouping.ts';

const scratch = await createScratchDatabase(inject('databaseUrl'), inject('templateDatabase'));
const store = createStore({ databaseUrl: scratch.databaseUrl, encryptionKey: testKey });
await store.migrate();
const redis = { redisUrl: inject('redisUrl'), prefix: `refrain-when-due-${process.pid}` };
const producer = createProducer(redis);
/** When each regrouping began, and how long the next ones are to take. */
const begun: number[] = [];
let lengthMs = 0;
const errors: Error[] = [];
const worker = await startWorker({
  ...redis,
  queue: 'analysis',
  ledger: store.deadLetters,
  concurrency: 2,
  handlers: {
    'recluster-when-due': createReclusterWhenDue({ store, producer }),
    recluster: createRecluster({
      store,
      producer,
      runPipeline: async (input) => {
        begun.push(performance.now());
        await sleep(lengthMs);
        return runPipeline(input);
      },
    }),
    'write-reports': async () => {},
    'write-digests': async () => {},
    'group-again': async () => {},
    'write-digest': async () => {},
  },
  onError: (error) => errors.push(error),
});
afterAll(async () => {
  await worker.close();
  await producer.close();
  await store.close();
  await scratch.drop();
});

let decisions = 0;
/** Stands in for anything that makes a regrouping owed. */
const change = () => store.corrections.add({ kind: 'rename', patternId: 'none', name: `Number ${++decisions}` });
const untilRuns = (count: number) =>
  vi.waitFor(() => expect(begun).toHaveLength(count), { timeout: 15_000, interval: 20 });
async function untilGrouped(): Promise<void> {
  await vi.waitFor(
    async () => expect(await store.patterns.inputVersion()).toBe(await store.patterns.currentInputVersion()),
    { timeout: 15_000, interval: 20 },
  );
}
async function untilQuiet(): Promise<void> {
  await vi.waitFor(
    async () => expect((await producer.counts()).analysis).toMatchObject({ waiting: 0, active: 0, delayed: 0 }),
    { timeout: 15_000, interval: 20 },
  );
}
/** Leaves the rest of a regrouping of this length. */
async function regroup(takes: number): Promise<void> {
  lengthMs = takes;
  await change();
  await producer.enqueue('recluster', {});
  await untilGrouped();
  await untilQuiet();
  lengthMs = 0;
}
const restMs = async () => findRestMs((await store.groupingPace.find()) ?? { begunMsAgo: 0, tookMs: 0 });

beforeEach(async () => {
  await regroup(0);
  begun.length = 0;
});

test('what takes a moment is done as soon as it is asked for, and not where nothing came in', async () => {
  await producer.enqueue('recluster-when-due', {});
  await untilQuiet();
  expect(begun).toEqual([]);
  await change();
  const asked = performance.now();
  await producer.enqueue('recluster-when-due', {});
  await untilRuns(1);
  expect((begun[0] ?? 0) - asked).toBeLessThan(5_000);
  await untilGrouped();
});

test('what a person decided is done at once, and takes what waited along', async () => {
  await regroup(4_800);
  await change();
  await producer.enqueue('recluster-when-due', {});
  await change();
  await producer.enqueue('recluster', {});
  await untilRuns(2);
  const [first = 0, second = 0] = begun;
  expect(second - first).toBeLessThan(4_800 + 5 * 800);
  await untilGrouped();
  await untilQuiet();
  expect(begun).toHaveLength(2);
  expect(errors).toEqual([]);
});

test('what comes in while one runs or rests waits, however often it is asked for, and is not forgotten', async () => {
  await regroup(4_300);
  lengthMs = 4_300;
  await change();
  await producer.enqueue('recluster', {});
  await untilRuns(2);
  lengthMs = 0;
  await change();
  while ((await restMs()) > 300) {
    await producer.enqueue('recluster-when-due', {});
    await sleep(50);
    expect(begun).toHaveLength(2);
  }
  await untilRuns(3);
  const [, second = 0, third = 0] = begun;
  expect(third - second).toBeGreaterThan(4_300 + 5 * 300);
  await untilGrouped();
  await untilQuiet();
  expect(begun).toHaveLength(3);
});

test('the statistics of an account that is read are made anew each day, those of an archive are not', async () => {
  const dayOld = new Date(Date.now() - 25 * 60 * 60_000).toISOString();
  await untilQuiet();
  const count = begun.length;
  const ask = async () => {
    await store.measurements.write({ asOf: dayOld } as Measurement, []);
    await producer.enqueue('recluster-when-due', {});
    await untilQuiet();
  };
  await ask();
  expect(begun).toHaveLength(count);
  await store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    scope: defaultScope,
    credential: 'ghp_example',
    webhookSecret: null,
  });
  await ask();
  await untilRuns(count + 1);
});
