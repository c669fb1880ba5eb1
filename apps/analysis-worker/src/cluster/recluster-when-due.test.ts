import { setTimeout as sleep } from 'node:timers/promises';
import { runPipeline } from '@refrain/analysis';
import { defaultConnectionScope, hourInMs, type Measurement } from '@refrain/domain';
import { createProducer, type JobName, type Producer, startWorker } from '@refrain/jobs';
import { createNoOpHandlers } from '@refrain/jobs/testing';
import {
  cleanUpAfterTest,
  createTestConnection,
  createTestFailureDraft,
  openStoreUnderTest,
} from '@refrain/store/under-test';
import { expect, inject, test, vi } from 'vitest';
import { createReclusterHandler, type VectorComputation } from './recluster.ts';
import { createReclusterWhenDueHandler, findRemainingCooldownMs } from './recluster-when-due.ts';

const eventually = (assertions: () => unknown) => vi.waitFor(assertions, { timeout: 40_000, interval: 20 });

/**
 * Starts an analysis worker on a database that is already clustered.
 * @param cooldownFreeMs duration of the longest clustering that needs no cooldown
 */
async function startAnalysis(cooldownFreeMs?: number, vectors?: VectorComputation) {
  const { store, query } = await openStoreUnderTest();
  const redis = { redisUrl: inject('redisUrl'), prefix: `refrain-when-due-${crypto.randomUUID()}` };
  const producer = createProducer(redis);
  const errors: Error[] = [];
  const durations: number[] = [];
  let begun = 0;
  const worker = await startWorker({
    ...redis,
    queue: 'analysis',
    ledger: store.operations,
    concurrency: 2,
    handlers: {
      ...createNoOpHandlers('analysis'),
      'recluster-when-due': createReclusterWhenDueHandler(
        { store, producer, ...(vectors && { vectors }) },
        cooldownFreeMs,
      ),
      recluster: createReclusterHandler({
        store,
        producer,
        runPipeline: async (input) => {
          begun += 1;
          await sleep(durations.shift() ?? 0);
          return runPipeline(input);
        },
      }),
    },
    onError: (error) => errors.push(error),
  });
  cleanUpAfterTest(async () => {
    await worker.close();
    await producer.close();
  });

  let changes = 0;
  const analysis = {
    store,
    query,
    producer,
    errors,
    runs: () => begun,
    nextRunTakes: (ms: number) => void durations.push(ms),
    change: () => store.corrections.add({ kind: 'rename', patternId: 'none', name: `Number ${++changes}` }),
    untilRuns: (count: number) => eventually(() => expect(begun).toBe(count)),
    untilUpToDate: () =>
      eventually(async () =>
        expect(await store.patterns.findClusteredVersion()).toBe(await store.patterns.readInputVersion()),
      ),
    untilQuiet: () =>
      eventually(async () =>
        expect((await producer.counts()).analysis).toMatchObject({ waiting: 0, active: 0, delayed: 0 }),
      ),
    async promote(job: JobName) {
      const delayed = (await producer.queues.get('analysis')?.getDelayed()) ?? [];
      expect(delayed.map(({ name }) => name)).toEqual([job]);
      for (const one of delayed) await one.promote();
    },
    async lastRun() {
      const [row] = await query(
        'select (extract(epoch from begun_at) * 1000)::float8 as begun_at, took_ms from clustering_state',
      );
      return row as { begun_at: number; took_ms: number };
    },
  };
  await analysis.change();
  await producer.enqueue('recluster', {}, 0);
  await analysis.untilUpToDate();
  await analysis.untilQuiet();
  return analysis;
}

/** Waits until the only remaining job is a delayed one. */
const untilWaiting = (producer: Producer) =>
  eventually(async () =>
    expect((await producer.counts()).analysis).toMatchObject({ waiting: 0, active: 0, delayed: 1 }),
  );

test('a fast clustering has no cooldown, and runs again only after a change', async () => {
  const { producer, runs, change, untilRuns, untilUpToDate, untilQuiet } = await startAnalysis(60_000);
  await producer.enqueue('recluster-when-due', {});
  await untilQuiet();
  expect(runs()).toBe(1);
  await change();
  await producer.enqueue('recluster-when-due', {});
  await untilRuns(2);
  await untilUpToDate();
});

test('a manual decision immediately starts a clustering, even during the cooldown, and the clustering includes waiting changes', async () => {
  const { store, query, producer, errors, runs, change, promote, untilRuns, untilUpToDate, untilQuiet } =
    await startAnalysis();
  await query(`update clustering_state set took_ms = ${hourInMs}`);
  await change();
  await producer.enqueue('recluster-when-due', {});
  await untilWaiting(producer);
  await change();
  await producer.enqueue('recluster', {});
  await untilRuns(2);
  await untilUpToDate();
  await eventually(async () => expect((await store.patterns.findRunTiming())?.tookMs).toBeLessThan(hourInMs));
  await promote('recluster-when-due');
  await untilQuiet();
  expect(runs()).toBe(2);
  expect(errors).toEqual([]);
});

test('changes during a clustering wait for the end of its cooldown, however often a clustering is enqueued', async () => {
  const cooldownFreeMs = 100;
  const { store, query, producer, runs, change, nextRunTakes, lastRun, promote, untilRuns, untilUpToDate, untilQuiet } =
    await startAnalysis(cooldownFreeMs);
  await query(`update clustering_state set took_ms = ${hourInMs}`);
  nextRunTakes(300);
  await change();
  await producer.enqueue('recluster', {}, 0);
  await untilRuns(2);
  await change();
  for (let asked = 0; asked < 5; asked += 1) await producer.enqueue('recluster-when-due', {});
  await eventually(async () => expect((await lastRun()).took_ms).toBeLessThan(hourInMs));
  const second = await lastRun();
  const cooldownMs = async () =>
    findRemainingCooldownMs((await store.patterns.findRunTiming()) ?? { begunMsAgo: 0, tookMs: 0 }, cooldownFreeMs);

  // The jobs enqueued so far wait for the cooldown, because the last clustering took an hour.
  await untilWaiting(producer);
  await promote('recluster-when-due');
  while ((await cooldownMs()) > 0) {
    await producer.enqueue('recluster-when-due', {});
    await sleep(20);
  }
  await untilRuns(3);
  await untilUpToDate();
  await untilQuiet();
  expect(runs()).toBe(3);
  const third = await lastRun();
  expect(second.took_ms).toBeGreaterThanOrEqual(300);
  const wholeMs = findRemainingCooldownMs({ begunMsAgo: 0, tookMs: second.took_ms }, cooldownFreeMs);
  expect(third.begun_at - second.begun_at).toBeGreaterThan(wholeMs - 5);
});

test('re-clusters when statistics are a day old if an account is connected, but not if there are only archives', async () => {
  const { store, producer, runs, untilRuns, untilQuiet } = await startAnalysis();
  const dayOld = new Date(Date.now() - 25 * 60 * 60_000).toISOString();
  const askWithOldStatistics = async () => {
    await store.reports.writeMeasurement({ asOf: dayOld } as Measurement, []);
    await producer.enqueue('recluster-when-due', {});
    await untilQuiet();
  };
  await askWithOldStatistics();
  expect(runs()).toBe(1);
  await store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    scope: defaultConnectionScope,
    credential: 'ghp_example',
    webhookSecret: null,
  });
  await askWithOldStatistics();
  await untilRuns(2);
});

test.each([
  ['a clustering of four seconds needs no cooldown', 0, 4_000, 0],
  ['while it runs, its time and five more', 0, 62_000, 352_000],
  ['some of it is over', 100_000, 62_000, 252_000],
  ['all of it is over', 400_000, 62_000, 0],
  ['a clock that was set back costs nothing', -10_000_000, 62_000, 0],
  ['a machine that slept for days needs no more rest', 2_147_483_647, 2_147_483_647, 0],
  ['while the next one runs, an hour at a time', 0, 2_147_483_647, 3_600_000],
  ['two at most, should it never end', 7_200_000, 2_147_483_647, 0],
  ['what takes a quarter of an hour rests for one', 900_000, 900_000, 3_600_000],
])('%s', (_, begunMsAgo, tookMs, cooldownMs) => {
  expect(findRemainingCooldownMs({ begunMsAgo, tookMs })).toBe(cooldownMs);
});

test('a clustering waits for the vectors of new failures, unless they cannot be computed', async () => {
  let isWorking = true;
  const model = 'test model';
  const { store, producer, runs, promote, untilRuns, untilQuiet } = await startAnalysis(60_000, {
    model,
    isWorking: () => isWorking,
  });
  const { id } = await createTestConnection(store, 'acme');
  const put = (externalId: string) => store.failures.upsert(id, [createTestFailureDraft({ externalId })]);

  await put('P1');
  await producer.enqueue('recluster-when-due', {});
  await untilWaiting(producer);
  expect(runs()).toBe(1);
  await store.failures.computeMissingVectors(model, 10, async (texts) =>
    texts.map(() => ({ values: Int8Array.of(1, 2), count: 1 })),
  );
  await promote('recluster-when-due');
  await untilRuns(2);

  await put('P2');
  isWorking = false;
  await producer.enqueue('recluster-when-due', {});
  await untilRuns(3);
  await untilQuiet();
});
