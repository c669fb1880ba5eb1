import { runPipeline } from '@refrain/analysis';
import type { FailureDraft } from '@refrain/domain';
import { createProducer, type Producer, startWorker } from '@refrain/jobs';
import { createNoOpHandlers } from '@refrain/jobs/testing';
import type { Store } from '@refrain/store';
import { cleanUpAfterTest, createTestFailureDraft, openStoreUnderTest } from '@refrain/store/under-test';
import { expect, inject, test, vi } from 'vitest';
import { createReclusterHandler } from './cluster/recluster.ts';
import { createReclusterWhenDueHandler } from './cluster/recluster-when-due.ts';
import { createWriteDigestHandler, createWriteDigestsHandler } from './digests/write-digests.ts';
import { createWriteReportsHandler } from './reports/write-reports.ts';

const { signal } = new AbortController();

function incident(externalId: string, month: number): FailureDraft {
  const occurredAt = `2025-0${month}-11T08:00:00.000Z`;
  return createTestFailureDraft({
    externalId,
    occurredAt,
    version: occurredAt,
    repository: null,
    environment: null,
    paths: [],
    severity: null,
    confidence: 1,
    title: 'Checkout: database connection pool exhausted',
    text: 'HikariPool exhausted: connection is not available, request timed out after 30000ms.',
  });
}

async function openStoreWith(...incidents: FailureDraft[]) {
  const { store } = await openStoreUnderTest();
  const { id: connectionId } = await store.connections.ensure({
    provider: 'archive',
    account: 'acme',
    baseUrl: null,
    scope: null,
    credential: null,
    webhookSecret: null,
  });
  const upsert = (...failures: FailureDraft[]) => store.failures.upsert(connectionId, failures);
  await upsert(...incidents);
  return { store, upsert };
}

const refuse = () => Promise.reject(new Error('stopped'));
const ignoringProducer: Producer = {
  enqueue: async () => {},
  enqueueMany: async () => {},
  schedule: refuse,
  counts: refuse,
  removeNaming: refuse,
  ping: refuse,
  close: refuse,
};
const refusingProducer: Producer = { ...ignoringProducer, enqueue: refuse, enqueueMany: refuse };

function recluster(store: Store, producer = ignoringProducer): Promise<void> {
  return createReclusterHandler({ store, producer, runPipeline: async (input) => runPipeline(input) })({}, signal);
}

async function startWorkers(...incidents: FailureDraft[]) {
  const { store, upsert } = await openStoreWith(...incidents);
  const redis = { redisUrl: inject('redisUrl'), prefix: `refrain-analysis-${crypto.randomUUID()}` };
  const producer = createProducer(redis);
  const proposed: string[][] = [];
  const errors: string[] = [];
  const duringRuns: (() => Promise<void>)[] = [];
  let runs = 0;
  const common = {
    ...redis,
    ledger: store.operations,
    concurrency: 2,
    onError: ({ message }: Error) => void errors.push(message),
  };
  const workers = await Promise.all([
    startWorker({
      ...common,
      queue: 'analysis',
      handlers: {
        recluster: createReclusterHandler({
          store,
          producer,
          runPipeline: async (input) => {
            runs += 1;
            await duringRuns.shift()?.();
            return runPipeline(input);
          },
        }),
        'recluster-when-due': createReclusterWhenDueHandler({ store, producer }),
        'write-reports': createWriteReportsHandler({ store, producer }),
        'write-digests': createWriteDigestsHandler({ store }),
        'retry-quarantined': async () => {},
        'write-digest': createWriteDigestHandler({ store }),
      },
    }),
    startWorker({
      ...common,
      queue: 'improvement',
      handlers: {
        ...createNoOpHandlers('improvement'),
        'propose-improvements': async ({ patternIds }) => void proposed.push(patternIds),
      },
    }),
  ]);
  cleanUpAfterTest(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await producer.close();
  });
  const enqueueRun = () => producer.enqueue('recluster', {}, 0);
  return {
    store,
    upsert,
    proposed,
    errors,
    enqueueRun,
    runs: () => runs,
    duringNextRun: (work: () => Promise<void>) => void duringRuns.push(work),
    async run() {
      await enqueueRun();
      await vi.waitFor(
        async () => {
          for (const { waiting, active, delayed } of Object.values(await producer.counts())) {
            expect({ waiting, active, delayed }).toEqual({ waiting: 0, active: 0, delayed: 0 });
          }
        },
        { timeout: 30_000, interval: 20 },
      );
    },
  };
}

const threeIncidents = [incident('I1', 1), incident('I2', 3), incident('I3', 5)];

test('clusters failures into a pattern, writes the pattern’s report, then proposes an improvement', async () => {
  const { store, run, proposed, errors } = await startWorkers(...threeIncidents);
  await run();
  const items = await store.patterns.listAll();
  expect(items).toEqual([expect.objectContaining({ episodes: 3, services: ['checkout'] })]);
  const [pattern] = items;
  expect(proposed).toEqual([[pattern?.id]]);
  const stored = await store.reports.findLatest(pattern?.id ?? '');
  expect(stored?.report.pattern).toEqual(pattern);
  expect(stored?.report.members).toHaveLength(3);
  expect(stored?.report.coverage).toEqual({ failures: 3, inPatterns: 3 });
  expect(await store.patterns.findClusteredVersion()).toBe(await store.patterns.readInputVersion());
  expect(errors).toEqual([]);
});

test('a second clustering of unchanged data changes nothing', async () => {
  const { store, run, runs, proposed } = await startWorkers(...threeIncidents);
  await run();
  const before = await store.patterns.list({ limit: 10 });
  await run();
  expect(runs()).toBe(2);
  expect(await store.patterns.list({ limit: 10 })).toEqual(before);
  expect(await store.reports.list(before.items[0]?.id ?? '')).toHaveLength(1);
  expect(proposed).toHaveLength(1);
});

test('a failure that is stored during a clustering is clustered by the next one', async () => {
  const { store, upsert, run, runs, duringNextRun, enqueueRun } = await startWorkers(...threeIncidents);
  duringNextRun(async () => {
    await upsert(incident('I4', 7));
    await enqueueRun();
  });
  await run();
  expect(runs()).toBe(2);
  expect((await store.patterns.list({ limit: 10 })).items).toEqual([expect.objectContaining({ episodes: 4 })]);
  expect(await store.patterns.findClusteredVersion()).toBe(await store.patterns.readInputVersion());
});

test('counts a failure and its duplicate once, and reports the text of both', async () => {
  const { store, upsert, run, errors } = await startWorkers(...threeIncidents, incident('I4', 7));
  await run();
  const url = 'https://acme.pagerduty.com/incidents/I3';
  await upsert(
    { ...incident('I3', 5), url, version: '2026-01-01T00:00:00.000Z' },
    {
      ...incident('acme/checkout#issue/7', 5),
      title: 'Checkout was down',
      text: 'The pool of checkout leaked a connection for each refused card.',
      references: [url],
    },
  );
  await run();
  const failures = await store.failures.listAll();
  const idOf = (name: string) => failures.find(({ externalId }) => externalId === name)?.id;
  const issue = failures.find(({ id }) => id === idOf('acme/checkout#issue/7'));
  expect(issue).toMatchObject({ duplicateOf: idOf('I3'), episodeId: null });
  const [pattern] = (await store.patterns.list({ limit: 10 })).items;
  expect(pattern).toMatchObject({ episodes: 4 });
  const report = (await store.reports.findLatest(pattern?.id ?? ''))?.report;
  expect(report?.members.find(({ failureId }) => failureId === idOf('I3'))?.excerpt).toMatch(/leaked a connection/u);
  expect(report?.members).toHaveLength(4);
  expect(await store.patterns.findClusteredVersion()).toBe(await store.patterns.readInputVersion());
  expect(errors).toEqual([]);
});

test('the clustering is outdated if a failure was stored while it ran', async () => {
  const { store, upsert, run, duringNextRun } = await startWorkers(...threeIncidents);
  duringNextRun(async () => void (await upsert(incident('I5', 8))));
  await run();
  expect(await store.patterns.findClusteredVersion()).not.toBe(await store.patterns.readInputVersion());
});

test.each([
  ['between two of its writes', (store: Store) => ({ reports: { ...store.reports, writeMeasurement: refuse } })],
  ['before it enqueues reports', () => ({})],
])('reports stay pending until they are written if a clustering stops %s', async (when, broken) => {
  const { store, upsert } = await openStoreWith(...threeIncidents);
  await recluster(store);
  const [pattern] = await store.patterns.listAll();
  const ids = pattern === undefined ? [] : [pattern.id];
  await createWriteReportsHandler({ store, producer: ignoringProducer })({ patternIds: ids }, signal);
  expect(await store.reports.listPending(-1_000)).toEqual([]);

  await upsert(incident(`stopped ${when}`, 9));
  await expect(recluster({ ...store, ...broken(store) }, refusingProducer)).rejects.toThrow('stopped');
  // The next run finds the output of the stopped run already stored and so detects no change. The reports must nevertheless stay
  // pending.
  await recluster(store);
  expect(await store.reports.listPending(-1_000)).toEqual(ids);
});

test('a report that cannot be written delays no other report and is enqueued again alone', async () => {
  const { store } = await openStoreWith(...threeIncidents);
  await recluster(store);
  const pool = (await store.patterns.list({ limit: 1 })).items[0]?.id ?? '';
  const written: string[] = [];
  const enqueued: unknown[] = [];
  const writeReports = createWriteReportsHandler({
    store: {
      ...store,
      patterns: {
        ...store.patterns,
        find: (id) => (id === 'poison' ? Promise.reject(new TypeError('x')) : store.patterns.find(id)),
      },
      reports: {
        ...store.reports,
        ensure: (id, report, readAt) => {
          written.push(id);
          return store.reports.ensure(id, report, readAt);
        },
      },
    },
    producer: {
      ...ignoringProducer,
      enqueue: async (name, payload) => void enqueued.push([name, payload]),
      enqueueMany: async (name, payloads) => void enqueued.push(...payloads.map((payload) => [name, payload])),
    },
  });
  await writeReports({ patternIds: ['poison', pool] }, signal);
  expect(written).toEqual([pool]);
  expect(enqueued).toEqual([
    ['write-reports', { patternIds: ['poison'] }],
    ['propose-improvements', { patternIds: ['poison', pool] }],
  ]);
  await expect(writeReports({ patternIds: ['poison'] }, signal)).rejects.toThrow('x');
});

test('a report from older data does not replace a newer report', async () => {
  const { store, upsert } = await openStoreWith(...threeIncidents);
  await recluster(store);
  const [pool = ''] = (await store.patterns.listAll()).map(({ id }) => id);
  const write = (over: object = {}) =>
    createWriteReportsHandler({ store: { ...store, ...over }, producer: ignoringProducer })(
      { patternIds: [pool] },
      signal,
    );
  const latest = async () => (await store.reports.findLatest(pool))?.report.coverage.failures;
  await write();
  const before = await latest();
  expect(before).toBe(3);
  const overtaken = async () => {
    const measurement = await store.reports.findMeasurement();
    await upsert(incident('since then', 9));
    await write();
    return measurement;
  };
  const countUnassigned = async () => ({ ...(await store.failures.countUnassigned()), of: before ?? 0 });
  await write({
    reports: { ...store.reports, findMeasurement: overtaken },
    failures: { ...store.failures, countUnassigned },
  });
  expect(await latest()).toBe((before ?? 0) + 1);
});

test('a clustering writes nothing more once a newer one has finished', async () => {
  const { store, upsert } = await openStoreWith(...threeIncidents);
  const observed = async () => {
    const period = { from: '2000-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' };
    return (await store.reports.listEpisodes(period)).length;
  };
  await recluster(store);
  const before = await observed();
  const writeAfterNewerRun: Store['patterns']['writeClustering'] = async (...clustering) => {
    const written = await store.patterns.writeClustering(...clustering);
    await upsert(incident('while it waited', 6));
    await recluster(store);
    return written;
  };
  await recluster({ ...store, patterns: { ...store.patterns, writeClustering: writeAfterNewerRun } });
  expect(await observed()).toBe(before + 1);
  expect(await store.patterns.findClusteredVersion()).toBe(await store.patterns.readInputVersion());
});
