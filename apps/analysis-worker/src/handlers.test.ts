import { runPipeline } from '@refrain/analysis';
import { defaultScope, type FailureDraft } from '@refrain/domain';
import { createProducer, type Producer, startWorker, type Worker } from '@refrain/jobs';
import { createStore, type Store } from '@refrain/store';
import { createScratchDatabase, testKey } from '@refrain/store/testing';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createRecluster } from './recluster.ts';
import { createReclusterWhenDue } from './recluster-when-due.ts';
import { createWriteDigest } from './write-digest.ts';
import { createWriteDigests } from './write-digests.ts';
import { createWriteReports } from './write-reports.ts';

let store: Store;
let producer: Producer;
let workers: Worker[] = [];
let drop: () => Promise<void>;
let connectionId: string;
let runs = 0;
let duringRun = async () => {};
const proposed: string[][] = [];
const errors: string[] = [];

beforeAll(async () => {
  const database = await createScratchDatabase(inject('databaseUrl'), inject('templateDatabase'));
  drop = database.drop;
  store = createStore({ databaseUrl: database.databaseUrl, encryptionKey: testKey });
  await store.migrate();
  const connection = await store.connections.ensure({
    provider: 'archive',
    account: 'acme',
    baseUrl: null,
    scope: defaultScope,
    credential: null,
    webhookSecret: null,
  });
  connectionId = connection.id;
  const redis = { redisUrl: inject('redisUrl'), prefix: `refrain-analysis-${connectionId}-${process.pid}` };
  producer = createProducer(redis);
  const common = {
    ...redis,
    ledger: store.deadLetters,
    concurrency: 2,
    onError: ({ message }: Error) => void errors.push(message),
  };
  workers = [
    await startWorker({
      ...common,
      queue: 'analysis',
      handlers: {
        recluster: createRecluster({
          store,
          producer,
          runPipeline: async (input) => {
            runs += 1;
            await duringRun();
            return runPipeline(input);
          },
        }),
        'recluster-when-due': createReclusterWhenDue({ store, producer }),
        'write-reports': createWriteReports({ store, producer }),
        'write-digests': createWriteDigests({ store }),
        'group-again': async () => {},
        'write-digest': createWriteDigest({ store }),
      },
    }),
    await startWorker({
      ...common,
      queue: 'improvement',
      handlers: {
        'propose-improvements': async ({ patternIds }) => void proposed.push(patternIds),
        'approve-by-policy': async () => {},
        'ensure-issue': async () => {},
        'undo-write': async () => {},
        'sync-issue': async () => {},
        'sync-issues': async () => {},
        'follow-pattern': async () => {},
        'verify-effect': async () => {},
        'deliver-due': async () => {},
        'deliver-event': async () => {},
      },
    }),
  ];
});

afterAll(async () => {
  for (const worker of workers) await worker.close();
  await producer?.close();
  await store?.close();
  await drop?.();
});

function incident(externalId: string, month: number): FailureDraft {
  const occurredAt = `2025-0${month}-11T08:00:00.000Z`;
  return {
    kind: 'incident',
    externalId,
    title: 'Checkout: database connection pool exhausted',
    text: 'HikariPool exhausted: connection is not available, request timed out after 30000ms.',
    services: ['checkout'],
    repository: null,
    environment: null,
    paths: [],
    sha: null,
    occurredAt,
    resolvedAt: null,
    severity: null,
    url: null,
    version: occurredAt,
    timing: null,
    urgency: null,
    responders: null,
    references: [],
    isFailure: true,
    confidence: 1,
  };
}

async function untilQuiet(): Promise<void> {
  await vi.waitFor(
    async () => {
      for (const { waiting, active, delayed } of Object.values(await producer.counts())) {
        expect({ waiting, active, delayed }).toEqual({ waiting: 0, active: 0, delayed: 0 });
      }
    },
    { timeout: 20_000, interval: 50 },
  );
}

test('failures become a pattern with a report, and the improvement is asked for after the report', async () => {
  await store.failures.upsert(connectionId, [incident('I1', 1), incident('I2', 3), incident('I3', 5)]);
  await producer.enqueue('recluster', {});
  await untilQuiet();
  const items = await store.patterns.listAll();
  expect(items).toEqual([expect.objectContaining({ episodes: 3, services: ['checkout'] })]);
  const [pattern] = items;
  expect(proposed).toEqual([[pattern?.id]]);
  const stored = await store.reports.findLatest(pattern?.id ?? '');
  expect(stored?.report.pattern).toEqual(pattern);
  expect(stored?.report.members).toHaveLength(3);
  expect(stored?.report.coverage).toEqual({ failures: 3, inPatterns: 3 });
  expect(await store.patterns.inputVersion()).toBe(await store.patterns.currentInputVersion());
  expect(errors).toEqual([]);
});

test('a second run over the same changes nothing', async () => {
  const before = await store.patterns.list({ limit: 10 });
  await producer.enqueue('recluster', {});
  await untilQuiet();
  expect(runs).toBe(2);
  expect(await store.patterns.list({ limit: 10 })).toEqual(before);
  expect(await store.reports.list(before.items[0]?.id ?? '')).toHaveLength(1);
  expect(proposed).toHaveLength(1);
});

test('a failure that comes in during a run is in the next one', async () => {
  duringRun = async () => {
    duringRun = async () => {};
    await store.failures.upsert(connectionId, [incident('I4', 7)]);
    await producer.enqueue('recluster', {});
  };
  await producer.enqueue('recluster', {});
  await untilQuiet();
  expect(runs).toBe(4);
  expect((await store.patterns.list({ limit: 10 })).items).toEqual([expect.objectContaining({ episodes: 4 })]);
  expect(await store.patterns.inputVersion()).toBe(await store.patterns.currentInputVersion());
});

test('what is told twice is counted once, and its report says what both say', async () => {
  const url = 'https://acme.pagerduty.com/incidents/I3';
  await store.failures.upsert(connectionId, [
    { ...incident('I3', 5), url, version: '2026-01-01T00:00:00.000Z' },
    {
      ...incident('acme/checkout#issue/7', 5),
      title: 'Checkout was down',
      text: 'The pool of checkout leaked a connection for each refused card.',
      references: [url],
    },
  ]);
  await producer.enqueue('recluster', {});
  await untilQuiet();
  const failures = await store.failures.listAll();
  const idOf = (name: string) => failures.find(({ externalId }) => externalId === name)?.id;
  const issue = failures.find(({ id }) => id === idOf('acme/checkout#issue/7'));
  expect(issue).toMatchObject({ duplicateOf: idOf('I3'), episodeId: null });
  const [pattern] = (await store.patterns.list({ limit: 10 })).items;
  expect(pattern).toMatchObject({ episodes: 4 });
  const report = (await store.reports.findLatest(pattern?.id ?? ''))?.report;
  expect(report?.members.find(({ failureId }) => failureId === idOf('I3'))?.excerpt).toMatch(/leaked a connection/u);
  expect(report?.members).toHaveLength(4);
  expect(await store.patterns.inputVersion()).toBe(await store.patterns.currentInputVersion());
  expect(errors).toEqual([]);
});

test('a run that was overtaken knows that another is owed', async () => {
  duringRun = async () => {
    duringRun = async () => {};
    await store.failures.upsert(connectionId, [incident('I5', 8)]);
  };
  await producer.enqueue('recluster', {});
  await untilQuiet();
  expect(await store.patterns.inputVersion()).not.toBe(await store.patterns.currentInputVersion());
});

test.each([
  ['between two of its writes', () => ({ measurements: { ...store.measurements, write: stopped } })],
  ['before it asked for reports', () => ({})],
])('a run that is stopped %s owes the reports all the same, until they are written', async (when, broken) => {
  await untilQuiet();
  const run = (over: object, asks: Producer) =>
    createRecluster({
      store: { ...store, ...over },
      producer: asks,
      runPipeline: async (input) => runPipeline(input),
    })({}, new AbortController().signal);
  await run({}, { ...producer, enqueue: async () => {}, enqueueMany: async () => {} });
  const [pattern] = await store.patterns.listAll();
  const ids = pattern === undefined ? [] : [pattern.id];
  await createWriteReports({ store, producer: { ...producer, enqueue: async () => {}, enqueueMany: async () => {} } })(
    { patternIds: ids },
    new AbortController().signal,
  );
  expect(await store.owedReports.list(-1_000)).toEqual([]);

  await store.failures.upsert(connectionId, [incident(`stopped ${when}`, 9)]);
  await expect(run(broken(), { ...producer, enqueue: stopped, enqueueMany: stopped })).rejects.toThrow('stopped');
  // What it wrote is no change to the next one.
  await run({}, { ...producer, enqueue: async () => {}, enqueueMany: async () => {} });
  expect(await store.owedReports.list(-1_000)).toEqual(ids);
});

const stopped = () => Promise.reject(new Error('stopped'));

test('a pattern of which no report can be written is in the way of no other, and is asked for alone', async () => {
  const pool = (await store.patterns.list({ limit: 1 })).items[0]?.id ?? '';
  const written: string[] = [];
  const asked: unknown[] = [];
  const writeReports = createWriteReports({
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
      ...producer,
      enqueue: async (name, payload) => void asked.push([name, payload]),
      enqueueMany: async (name, payloads) => void asked.push(...payloads.map((payload) => [name, payload])),
    },
  });
  const { signal } = new AbortController();
  await writeReports({ patternIds: ['poison', pool] }, signal);
  expect(written).toEqual([pool]);
  expect(asked).toEqual([
    ['write-reports', { patternIds: ['poison'] }],
    ['propose-improvements', { patternIds: ['poison', pool] }],
  ]);
  await expect(writeReports({ patternIds: ['poison'] }, signal)).rejects.toThrow('x');
});

test('reports of what was read before a regrouping do not take the place of those that were written after it', async () => {
  await untilQuiet();
  const { signal } = new AbortController();
  const asks = { ...producer, enqueue: async () => {}, enqueueMany: async () => {} };
  const [pool = ''] = (await store.patterns.listAll()).map(({ id }) => id);
  const write = (over: object = {}) =>
    createWriteReports({ store: { ...store, ...over }, producer: asks })({ patternIds: [pool] }, signal);
  const latest = async () => (await store.reports.findLatest(pool))?.report.coverage.failures;
  const before = await latest();
  const overtaken = async () => {
    const measurement = await store.measurements.find();
    await store.failures.upsert(connectionId, [incident('since then', 9)]);
    await write();
    return measurement;
  };
  const countUnassigned = async () => ({ ...(await store.failures.countUnassigned()), of: before ?? 0 });
  await write({
    measurements: { ...store.measurements, find: overtaken },
    failures: { ...store.failures, countUnassigned },
  });
  expect(await latest()).toBe((before ?? 0) + 1);
});

test('a run that stood still until another one was over writes nothing of what it found', async () => {
  await untilQuiet();
  const { signal } = new AbortController();
  const asks = { ...producer, enqueue: async () => {}, enqueueMany: async () => {} };
  const run = (over: Partial<Store> = {}) =>
    createRecluster({ store: { ...store, ...over }, producer: asks, runPipeline: async (input) => runPipeline(input) })(
      {},
      signal,
    );
  const observed = async () => {
    const period = { from: '2000-01-01T00:00:00.000Z', until: '2100-01-01T00:00:00.000Z' };
    return (await store.observations.listEpisodes(period)).length;
  };
  await run();
  const before = await observed();
  const standStill: Store['patterns']['writeGrouping'] = async (...grouping) => {
    const written = await store.patterns.writeGrouping(...grouping);
    await store.failures.upsert(connectionId, [incident('while it stood still', 6)]);
    await run();
    return written;
  };
  await run({ patterns: { ...store.patterns, writeGrouping: standStill } });
  expect(await observed()).toBe(before + 1);
  expect(await store.patterns.inputVersion()).toBe(await store.patterns.currentInputVersion());
});
