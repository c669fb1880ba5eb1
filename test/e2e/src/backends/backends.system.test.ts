import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import { askRedis } from '@refrain/jobs/testing';
import { startRedis } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { createStore } from '@refrain/store';
import { createScratchDatabase, openPlainClient } from '@refrain/store/testing';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { startEmulatedAccounts } from '../emulated-accounts.ts';
import { readOutcome } from '../read-outcome.ts';
import { requireTool } from '../require-tool.ts';
import { startRefrain } from '../start-refrain.ts';
import { until } from '../until.ts';
import { startCluster } from './start-cluster.ts';
import { startPooler } from './start-pooler.ts';

const folder = await mkdtemp(join(tmpdir(), 'refrain-backends-'));
const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await rm(folder, { recursive: true });
});

const redis = await requireTool('redis');
const valkey = await requireTool('valkey');
const pgbouncer = await requireTool('pgbouncer');

const ledger = { giveUp: async () => {}, done: async () => {} };

/** Jobs are queued once, worked on, put off, repeated and counted, and two processes keep to one limit. */
async function expectQueues(redisUrl: string): Promise<void> {
  const options = { redisUrl, prefix: `test-${randomUUID()}` };
  const producer = createProducer(options);
  const limits = [
    createRequestLimits({ ...options, patienceMs: 0 }),
    createRequestLimits({ ...options, patienceMs: 0 }),
  ];
  try {
    await producer.enqueueMany('write-note', [{ noteId: 'a' }, { noteId: 'b' }, { noteId: 'a' }]);
    await producer.enqueue('pull-stream', { connectionId: 'c', stream: 's' });
    await producer.enqueue('recluster', {});
    await producer.schedule('reconcile', 60_000);
    const counts = await producer.counts();
    expect(counts).toMatchObject({
      attention: { waiting: 2 },
      ingest: { waiting: 2 },
      analysis: { waiting: 0, delayed: 1 },
      improvement: { waiting: 0 },
    });

    const done: string[] = [];
    const worker = await startWorker({
      ...options,
      queue: 'attention',
      concurrency: 2,
      handlers: {
        async 'write-note'({ noteId }) {
          done.push(noteId);
          if (done.filter((id) => id === 'a').length === 1 && noteId === 'a') throw new Error('the first time');
        },
      },
      ledger,
      onError: () => {},
    });
    await until(
      async () => done,
      (ids) => ids.filter((id) => id === 'a').length === 2,
    );
    expect(done.toSorted()).toEqual(['a', 'a', 'b']);
    await worker.close();
    expect((await producer.counts()).attention).toMatchObject({ waiting: 0, active: 0, delayed: 0, failed: 0 });

    const turns = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        limits[at % 2]?.take('key', 'pagerduty', 'read', new AbortController().signal).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(turns.filter(Boolean)).toHaveLength(28);
  } finally {
    for (const each of limits) each.close();
    await producer.close();
  }
}

test.skipIf(valkey === null)('Valkey', async () => {
  if (valkey === null) return;
  const server = await startRedis({ dataDir: join(folder, 'valkey'), binary: valkey });
  stops.push(server.stop);
  expect(await askRedis(server.url, 'INFO', 'server')).toContain('valkey_version');
  await expectQueues(server.url);
});

describe.skipIf(redis === null || pgbouncer === null)('a Redis Cluster, and PostgreSQL behind a pooler', async () => {
  if (redis === null || pgbouncer === null) return;
  const cluster = await startCluster(join(folder, 'cluster'), redis);
  stops.push(cluster.stop);
  const [oneServer = ''] = cluster.servers;

  test('queues and limits on the cluster', () => expectQueues(cluster.url));

  test('what names no cluster, or is one without being called so, is told', async () => {
    const options = { prefix: 'test', queue: 'attention', concurrency: 1, onError: () => {}, ledger } as const;
    const handlers = { 'write-note': async () => {} };
    await expect(startWorker({ ...options, handlers, redisUrl: oneServer })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('add ?cluster=true'),
    });
    const single = new URL(inject('redisUrl'));
    single.searchParams.set('cluster', 'true');
    await expect(startWorker({ ...options, handlers, redisUrl: single.href })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('names no Redis Cluster'),
    });
  });

  const scratch = await createScratchDatabase(inject('databaseUrl'));
  // Fewer than the processes have connections open: each transaction shares them with others.
  const pooler = await startPooler(join(folder, 'pooler'), pgbouncer, inject('databaseUrl'), 20);
  stops.push(pooler.stop);
  afterAll(async () => {
    await pooler.stop();
    await scratch.drop();
  });
  const databaseUrl = pooler.urlOf(scratch.databaseUrl);

  test('several processes migrate through the pooler at once, and a lock by name is held by one and left by all', async () => {
    const open = () => createStore({ databaseUrl, encryptionKey: Buffer.alloc(32, 7) });
    const stores = [open(), open(), open()];
    try {
      await Promise.all(stores.map((store) => store.migrate()));
      let inside = 0;
      let most = 0;
      const work = async (store: ReturnType<typeof open>) => {
        inside += 1;
        most = Math.max(most, inside);
        await store.failures.count();
        inside -= 1;
      };
      await Promise.all(
        stores.flatMap((store) => [1, 2, 3].map(() => store.improvements.withLock('x', () => work(store)))),
      );
      expect(most).toBe(1);
      const plain = await openPlainClient(scratch.databaseUrl);
      const [left] = await plain.query(
        `select count(*) as locks from pg_locks where locktype = 'advisory'
         and database = (select oid from pg_database where datname = current_database())`,
      );
      await plain.end();
      expect(left).toEqual({ locks: '0' });
    } finally {
      await Promise.all(stores.map((store) => store.close()));
    }
  });

  test('both accounts are taken in and grouped through both, also when the cluster is emptied on the way', async () => {
    const { world } = generateOrganisation(11, { services: 4, repositories: 4, changes: 60, failures: 40 });
    const accounts = await startEmulatedAccounts(world);
    const refrain = await startRefrain({ DATABASE_URL: databaseUrl, REDIS_URL: cluster.url, REDIS_PREFIX: 'refrain' });
    await accounts.connect(refrain);
    await until(
      () => refrain.ask<{ failures: number }>('GET', '/v1/status'),
      ({ failures }) => failures > 0,
      180_000,
    );
    for (const url of cluster.servers) expect(await askRedis(url, 'FLUSHALL')).toBe('OK');
    await refrain.settle();
    const { failures, patterns } = await readOutcome(refrain);
    expect(failures.filter(({ kind }) => kind === 'incident')).toHaveLength(world.pagerduty.incidents.length);
    expect(new Set(failures.map(({ kind }) => kind)).size).toBe(3);
    expect(patterns.length).toBeGreaterThan(0);
    const sizes = await Promise.all(cluster.servers.map((url) => askRedis(url, 'DBSIZE')));
    // Where a queue lies is decided by its name: of the default prefix, ingest and analysis are on two servers.
    expect(sizes.filter((size) => Number(size) > 0).length).toBeGreaterThan(1);
    await refrain.stop();
  }, 400_000);
});
