import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providers } from '@refrain/connectors';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import { sendRedisCommand } from '@refrain/jobs/testing';
import { startRedis } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { createStore } from '@refrain/store';
import { createScratchDatabase, openRawDatabaseClient } from '@refrain/store/testing';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { startEmulatedAccounts } from '../emulated-accounts.ts';
import { findOrInstallTool } from '../find-or-install-tool.ts';
import { pollUntil } from '../poll-until.ts';
import { readFailuresAndPatterns } from '../read-failures-and-patterns.ts';
import { startRefrain } from '../start-refrain.ts';
import { startConnectionPooler } from './start-connection-pooler.ts';
import { startRedisCluster } from './start-redis-cluster.ts';

const folder = await mkdtemp(join(tmpdir(), 'refrain-backends-'));
afterAll(() => rm(folder, { recursive: true }));

const redis = await findOrInstallTool('redis');
const valkey = await findOrInstallTool('valkey');
const pgbouncer = await findOrInstallTool('pgbouncer');

const isSome = (keys: unknown) => Array.isArray(keys) && keys.length > 0;
const ledger = { addDeadLetter: async () => {}, resolveDeadLetter: async () => {} };

/** Expects that jobs are deduplicated, run, delayed, retried and counted, and that two processes share one rate limit. */
async function expectQueues(redisUrl: string): Promise<void> {
  const options = { redisUrl, prefix: `test-${randomUUID()}`, rules: providers.limits };
  const producer = createProducer(options);
  const limits = [createRequestLimits({ ...options, timeoutMs: 0 }), createRequestLimits({ ...options, timeoutMs: 0 })];
  try {
    await producer.enqueueMany('write-note', [{ noteId: 'a' }, { noteId: 'b' }, { noteId: 'a' }]);
    await producer.enqueue('pull-stream', { connectionId: 'c', stream: 's' });
    await producer.enqueue('recluster', {});
    await producer.schedule('reconcile', 60_000);
    const counts = await producer.counts();
    expect(counts).toMatchObject({
      notes: { waiting: 2 },
      ingest: { waiting: 2 },
      analysis: { waiting: 0, delayed: 1 },
      improvement: { waiting: 0 },
    });

    const done: string[] = [];
    const worker = await startWorker({
      ...options,
      queue: 'notes',
      concurrency: 2,
      handlers: {
        async 'write-note'({ noteId }) {
          done.push(noteId);
          if (done.filter((id) => id === 'a').length === 1 && noteId === 'a') throw new Error('fails once');
        },
      },
      ledger,
      onError: () => {},
    });
    await pollUntil(
      async () => done,
      (ids) => ids.filter((id) => id === 'a').length === 2,
    );
    expect(done.toSorted()).toEqual(['a', 'a', 'b']);
    await worker.close();
    expect((await producer.counts()).notes).toMatchObject({ waiting: 0, active: 0, delayed: 0, failed: 0 });

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

test.skipIf(valkey === null)('queues and request limits work on Valkey', async () => {
  if (valkey === null) return;
  const server = await startRedis({ dataDir: join(folder, 'valkey'), port: 0, binary: valkey });
  cleanUpAfterTest(server.stop);
  expect(await sendRedisCommand(server.url, 'INFO', 'server')).toContain('valkey_version');
  await expectQueues(server.url);
});

describe.skipIf(redis === null || pgbouncer === null)('Refrain works on a Redis Cluster and a pooler', async () => {
  if (redis === null || pgbouncer === null) return;
  const cluster = await startRedisCluster(join(folder, 'cluster'), redis);
  cleanUpAfterTest(cluster.stop);
  const [oneServer = ''] = cluster.servers;
  // Maximum number of connections, smaller than the number that the processes open, so that they have to share connections.
  const pooler = await startConnectionPooler(join(folder, 'pooler'), pgbouncer, inject('databaseUrl'), 20);
  cleanUpAfterTest(pooler.stop);

  /** Creates an empty database, which is dropped after the current test. */
  async function openScratch() {
    const scratch = await createScratchDatabase(inject('databaseUrl'));
    cleanUpAfterTest(scratch.drop);
    return { direct: scratch.databaseUrl, pooled: pooler.urlOf(scratch.databaseUrl) };
  }

  test('queues and request limits work on a Redis Cluster', () => expectQueues(cluster.url));

  test('a worker reports that REDIS_URL is wrong if the URL of a cluster lacks ?cluster=true or the URL of a single server has it', async () => {
    const options = { prefix: 'test', queue: 'notes', concurrency: 1, onError: () => {}, ledger } as const;
    const handlers = { 'write-note': async () => {} };
    await expect(startWorker({ ...options, handlers, redisUrl: oneServer })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('Add ?cluster=true'),
    });
    const single = new URL(inject('redisUrl'));
    single.searchParams.set('cluster', 'true');
    await expect(startWorker({ ...options, handlers, redisUrl: single.href })).rejects.toMatchObject({
      code: 'misconfigured',
      message: expect.stringContaining('does not point to a Redis Cluster'),
    });
  });

  test('several processes can migrate at the same time behind a pooler, and only one at a time holds a named lock', async () => {
    const { direct, pooled } = await openScratch();
    const open = () => createStore({ databaseUrl: pooled, encryptionKey: Buffer.alloc(32, 7) });
    const stores = [open(), open(), open()];
    try {
      await Promise.all(stores.map((store) => store.migrate()));
      let inside = 0;
      let maximum = 0;
      const work = async (store: ReturnType<typeof open>) => {
        inside += 1;
        maximum = Math.max(maximum, inside);
        await store.failures.count();
        inside -= 1;
      };
      await Promise.all(
        stores.flatMap((store) => [1, 2, 3].map(() => store.improvements.withLock('x', () => work(store)))),
      );
      expect(maximum).toBe(1);
      const plain = await openRawDatabaseClient(direct);
      const [remaining] = await plain.query(
        `select count(*) as locks from pg_locks where locktype = 'advisory'
         and database = (select oid from pg_database where datname = current_database())`,
      );
      await plain.end();
      expect(remaining).toEqual({ locks: '0' });
    } finally {
      await Promise.all(stores.map((store) => store.close()));
    }
  });

  test('both accounts are imported and clustered although the Redis Cluster loses all keys during the import', async () => {
    const { world } = generateOrganisation(11, { services: 4, repositories: 4, changes: 60, failures: 40 });
    const accounts = await startEmulatedAccounts(world);
    const { pooled } = await openScratch();
    const refrain = await startRefrain({ DATABASE_URL: pooled, REDIS_URL: cluster.url, REDIS_PREFIX: 'refrain' });
    await accounts.connect(refrain);
    await pollUntil(
      () => refrain.ask<{ failures: number }>('GET', '/v1/status'),
      ({ failures }) => failures > 0,
      180_000,
    );
    for (const url of cluster.servers) expect(await sendRedisCommand(url, 'FLUSHALL')).toBe('OK');
    await refrain.waitUntilIdle();
    const { failures, patterns } = await readFailuresAndPatterns(refrain);
    expect(failures.filter(({ kind }) => kind === 'incident')).toHaveLength(world.pagerduty.incidents.length);
    expect(new Set(failures.map(({ kind }) => kind)).size).toBe(3);
    expect(patterns.length).toBeGreaterThan(0);
    // The name of a key selects its server: hash slot 449 belongs to the first server, 7850 to the second.
    const [first = '', second = ''] = cluster.servers;
    // An idle queue may have no keys until its next job.
    await pollUntil(() => sendRedisCommand(first, 'KEYS', '{refrain-ingest}:*'), isSome);
    await pollUntil(() => sendRedisCommand(second, 'KEYS', '{refrain-analysis}:*'), isSome);
  }, 400_000);
});
