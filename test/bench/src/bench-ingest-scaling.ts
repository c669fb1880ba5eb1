import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { createProducer, type Producer } from '@refrain/jobs';
import { createStore, type Store } from '@refrain/store';
import { startPostgresAndRedis } from '@refrain/year/simulation';
import { createApiClient } from './api-client.ts';
import { type CpuLimit, limitCpuShare } from './cpu-limit.ts';
import { type EmulatorServer, startEmulatorServer } from './emulator-server.ts';
import { benchEncryptionKey, type StartedProcess, startProcess } from './start-process.ts';
import { connectProvider, ingestPollIntervalMs, waitForIngest } from './wait-for-ingest.ts';

interface ScaleLoad {
  readonly failures: number;
  readonly slowMs: number;
  readonly readSeconds: number;
}

/**
 * Number of repositories of each organisation: enough to keep all job slots of each worker busy. All repositories take similarly long to
 * ingest.
 */
const repositories = 60;
/** Number of organisations. GitHub limits the requests per organisation, and one worker uses nearly all of that limit. */
const organisations = 4;
const numbersOfWorkers = [1, 2, 4] as const;
/**
 * Share of a processor that each worker gets for the replay. Four workers leave most of two processors to PostgreSQL, so that the workers
 * are the bottleneck.
 */
const shareOfWorker = 0.05;
const warmUpSeconds = 10;
/** Maximum number of rows to list for a replay. Exceeds the number of stored rows, so that the list has all of them. */
const maxRows = 1_000_000;
/** Number of rows per job. It is small, so that there are enough jobs for all job slots of each worker. */
const rowsOfJob = 20;

interface Throughput {
  readonly workers: number;
  readonly pulledPerSecond: number;
  /**
   * Replayed records per second; a replay needs CPU time, but no provider. Null if processes cannot be limited to a
   * share of a processor.
   */
  readonly readPerSecond: number | null;
}

/**
 * Ingests the same organisations from GitHub with 1, 2 and 4 ingest workers, each time into empty backends. Then replays all records with
 * workers that have a share of a processor each. PagerDuty is not measured: it lists an account's incidents as one sequence of pages, so
 * more workers cannot read one account faster.
 */
export async function benchIngestScaling({ failures, slowMs, readSeconds }: ScaleLoad): Promise<object> {
  const emulators: EmulatorServer[] = [];
  try {
    for (let at = 0; at < organisations; at += 1)
      emulators.push(await startEmulatorServer(Math.round(failures / organisations), { slowMs, repositories }));
    const measured: Throughput[] = [];
    for (const workers of numbersOfWorkers) measured.push(await measure(workers, emulators, readSeconds));
    return {
      bench: 'scale',
      organisations,
      failures,
      slowMs,
      readSeconds,
      processors: availableParallelism(),
      shareOfWorker,
      measured,
      timesAsManyPulled: timesOne(measured.map(({ pulledPerSecond }) => pulledPerSecond)),
      timesAsManyRead: timesOne(measured.map(({ readPerSecond }) => readPerSecond)),
      goal: { timesAsManyPulled: [1, 1.7, 3], timesAsManyRead: [1, 1.7, 3] },
    };
  } finally {
    for (const each of emulators) await each.stop();
  }
}

function timesOne([one = null, ...more]: readonly (number | null)[]): (number | null)[] {
  return [one, ...more].map((each) => (each === null || !one ? null : Math.round((100 * each) / one) / 100));
}

async function measure(
  workers: number,
  emulators: readonly EmulatorServer[],
  readSeconds: number,
): Promise<Throughput> {
  const backends = await startPostgresAndRedis(process.env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey: benchEncryptionKey });
  const redisPrefix = `scale-${randomUUID()}`;
  const producer = createProducer({ redisUrl: backends.redisUrl, prefix: redisPrefix });
  const started: StartedProcess[] = [];
  const env = { REDIS_PREFIX: redisPrefix };
  try {
    const api = await startProcess('api', backends, { env });
    started.push(api);
    for (let at = 0; at < workers; at += 1) started.push(await startProcess('ingest-worker', backends, { env }));
    const ask = await createApiClient(api.url, store);
    process.stderr.write(`${workers} ${workers === 1 ? 'worker' : 'workers'}: ingesting …\n`);
    const connections = await Promise.all(emulators.map((each) => connectProvider(ask, each, 'github')));
    const { seconds, records } = await waitForIngest(ask, connections);
    const pulledPerSecond = Math.round(records / seconds);
    process.stderr.write('Replaying everything …\n');
    const read = (forSeconds: number) => replayAll({ store, producer }, connections, forSeconds);
    // Wait until the processes have compiled their code and opened their connections.
    await read(warmUpSeconds);
    const readPerSecond = await withShares(started.slice(1), () => read(readSeconds));
    return { workers, pulledPerSecond, readPerSecond };
  } finally {
    for (const each of started.toReversed()) await each.stop();
    await producer.close();
    await store.close();
    await backends.stop();
  }
}

/** Runs the work while each worker is limited to a share of a processor. Returns null if the system cannot limit processes. */
async function withShares<Result>(
  workers: readonly StartedProcess[],
  work: () => Promise<Result>,
): Promise<Result | null> {
  const shares: CpuLimit[] = [];
  try {
    for (const { child } of workers) {
      const share = limitCpuShare(child.pid ?? 0, shareOfWorker);
      if (share === null) {
        process.stderr.write('Processes cannot be limited to a share of a processor here. Skipping the replay.\n');
        return null;
      }
      shares.push(share);
    }
    return await work();
  } finally {
    for (const share of shares) share.remove();
  }
}

interface Reading {
  readonly store: Store;
  readonly producer: Producer;
}

/**
 * Replays all records of the connections repeatedly until the time is up. Enqueues the jobs directly, because waiting for the reconciler
 * takes up to 15 s.
 */
async function replayAll(reading: Reading, connections: readonly string[], seconds: number): Promise<number> {
  const ends = performance.now() + 1_000 * seconds;
  const read = await Promise.all(connections.map((id) => readUntil(reading, id, ends)));
  return Math.round(read.reduce((sum, one) => sum + one, 0) / seconds);
}

async function readUntil({ store, producer }: Reading, connectionId: string, ends: number): Promise<number> {
  let read = 0;
  while (performance.now() < ends) {
    await store.inbox.markForReplay(connectionId);
    const rows = await store.inbox.listUnprocessed(maxRows, new Date().toISOString(), connectionId);
    const jobs = rows.flatMap((_, at) => (at % rowsOfJob === 0 ? [rows.slice(at, at + rowsOfJob)] : []));
    await producer.enqueueMany(
      'parse-records',
      jobs.map((job) => ({ connectionId, inboxIds: job.map(({ id }) => id) })),
    );
    let remaining = rows.length;
    while (remaining > 0 && performance.now() < ends) {
      await wait(ingestPollIntervalMs / 5);
      remaining = await store.inbox.countUnprocessed(connectionId);
    }
    read += rows.length - remaining;
  }
  return read;
}
