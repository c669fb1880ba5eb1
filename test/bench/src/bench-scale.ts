import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { createProducer, type Producer } from '@refrain/jobs';
import { createStore, type Store } from '@refrain/store';
import { startBackends } from '@refrain/year/simulation';
import { createApiClient } from './api-client.ts';
import { giveProcessorShare, type ProcessorShare } from './processor-share.ts';
import { type Emulators, startEmulators } from './served-world.ts';
import { encryptionKey, type StartedProcess, startProcess } from './start-process.ts';
import { connect, pollEveryMs, waitForIngest } from './wait-for-ingest.ts';

interface ScaleLoad {
  /** That the organisations had together. */
  readonly failures: number;
  /** Milliseconds that a provider takes for each answer. */
  readonly slowMs: number;
  /** For how long what was taken in is read anew. */
  readonly readSeconds: number;
}

/** Enough streams for each of the workers to have all its jobs under way, none of which is long beside the rest. */
const repositories = 60;
/** GitHub allows each of them its own requests, and one worker asks for nearly as many as it allows one. */
const organisations = 4;
const numbersOfWorkers = [1, 2, 4] as const;
/**
 * Of a processor, for each worker while it reads: four of them leave most of two processors to PostgreSQL, so that it is the workers
 * that are measured.
 */
const shareOfWorker = 0.05;
const warmUpSeconds = 10;
/** More than there are: all of them are queued at once. */
const maxRows = 1_000_000;
/** Small ones, of which each worker has all that it takes at a time. */
const rowsOfJob = 20;

interface Throughput {
  readonly workers: number;
  /** Of the providers, which is waiting: records a second. */
  readonly pulledPerSecond: number;
  /** Of what is stored, which is work of processors: records a second. Null where no worker can be held to a share of one. */
  readonly readPerSecond: number | null;
}

/**
 * Takes the same organisations in from GitHub with 1, 2 and 4 ingest workers, each time into empty backends, and then has all that
 * was taken in read anew, by workers that have a share of a processor each. PagerDuty lists an account's incidents page after page:
 * more workers cannot read one account faster.
 */
export async function benchScale({ failures, slowMs, readSeconds }: ScaleLoad): Promise<object> {
  const emulators: Emulators[] = [];
  try {
    for (let at = 0; at < organisations; at += 1)
      emulators.push(await startEmulators(Math.round(failures / organisations), { slowMs, repositories }));
    const measured: Throughput[] = [];
    for (const workers of numbersOfWorkers) measured.push(await measure(workers, emulators, readSeconds));
    return {
      bench: 'scale',
      ...{ organisations, failures, slowMs, readSeconds, processors: availableParallelism(), shareOfWorker, measured },
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

async function measure(workers: number, emulators: readonly Emulators[], readSeconds: number): Promise<Throughput> {
  const backends = await startBackends(process.env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey });
  const redisPrefix = `scale-${randomUUID()}`;
  const producer = createProducer({ redisUrl: backends.redisUrl, prefix: redisPrefix });
  const started: StartedProcess[] = [];
  const env = { REDIS_PREFIX: redisPrefix };
  try {
    const api = await startProcess('api', backends, { env });
    started.push(api);
    for (let at = 0; at < workers; at += 1) started.push(await startProcess('ingest-worker', backends, { env }));
    const ask = await createApiClient(api.url, store);
    process.stderr.write(`${workers} ${workers === 1 ? 'worker' : 'workers'}: taking in …\n`);
    const connections = await Promise.all(emulators.map((each) => connect(ask, each, 'github')));
    const { seconds, records } = await waitForIngest(ask, connections);
    const pulledPerSecond = Math.round(records / seconds);
    process.stderr.write('Reading all of it anew …\n');
    const read = (forSeconds: number) => rereadAll({ store, producer }, connections, forSeconds);
    // Programs are compiled and connections opened by then: what is measured is reading.
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

/** @returns null where there are no shares to be had */
async function withShares<Result>(
  workers: readonly StartedProcess[],
  work: () => Promise<Result>,
): Promise<Result | null> {
  const shares: ProcessorShare[] = [];
  try {
    for (const { child } of workers) {
      const share = giveProcessorShare(child.pid ?? 0, shareOfWorker);
      if (share === null) {
        process.stderr.write('No process can be held to a share of a processor here: reading anew is left out.\n');
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
 * Has all of each connection read again and again. It is queued here as the reconciler does it, which would come within a quarter of
 * a minute, and that is no throughput.
 * @returns records a second
 */
async function rereadAll(reading: Reading, connections: readonly string[], seconds: number): Promise<number> {
  const ends = performance.now() + 1_000 * seconds;
  const read = await Promise.all(connections.map((id) => readUntil(reading, id, ends)));
  return Math.round(read.reduce((sum, one) => sum + one, 0) / seconds);
}

/** @returns how many records were read until then */
async function readUntil({ store, producer }: Reading, connectionId: string, ends: number): Promise<number> {
  let read = 0;
  while (performance.now() < ends) {
    await store.inbox.markForReplay(connectionId);
    const rows = await store.inbox.listUnprocessed(maxRows, new Date().toISOString(), connectionId);
    const jobs = rows.flatMap((_, at) => (at % rowsOfJob === 0 ? [rows.slice(at, at + rowsOfJob)] : []));
    await producer.enqueueMany(
      'normalise-records',
      jobs.map((job) => ({ connectionId, inboxIds: job.map(({ id }) => id) })),
    );
    let left = rows.length;
    while (left > 0 && performance.now() < ends) {
      await wait(pollEveryMs / 5);
      left = await store.inbox.countUnprocessed(connectionId);
    }
    read += rows.length - left;
  }
  return read;
}
