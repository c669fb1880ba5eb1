import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { StatusAnswer } from '@refrain/domain';
import { startBackends } from '@refrain/simulation';
import { createStore } from '@refrain/store';
import { createApiClient } from './api-client.ts';
import { type Emulators, startEmulators } from './served-world.ts';
import { encryptionKey, type StartedProcess, startProcess } from './start-process.ts';
import { type Ask, connect, isIdle, lookEveryMs, takeIn } from './take-in.ts';

interface ScaleLoad {
  /** That the organisations had together. */
  readonly failures: number;
  /** Milliseconds that a provider takes for each answer. */
  readonly slowMs: number;
}

/** Enough streams for each of the workers to have all its jobs under way, none of which is long beside the rest. */
const repositories = 60;
/** GitHub allows each of them its own requests, and one worker asks for nearly as many as it allows one. */
const organisations = 4;
const numbersOfWorkers = [1, 2, 4] as const;

interface Throughput {
  readonly workers: number;
  /** Of the providers, which is waiting: records a second. */
  readonly pulledPerSecond: number;
  /** Of what is stored, which is work of processors: records a second. */
  readonly readPerSecond: number;
}

/**
 * Takes the same organisations in from GitHub with 1, 2 and 4 ingest workers, each time into empty backends, and then reads all that
 * was taken in anew. PagerDuty lists an account's incidents page after page: more workers cannot read one account faster.
 */
export async function benchScale({ failures, slowMs }: ScaleLoad): Promise<object> {
  const emulators: Emulators[] = [];
  try {
    for (let at = 0; at < organisations; at += 1)
      emulators.push(await startEmulators(Math.round(failures / organisations), { slowMs, repositories }));
    const measured: Throughput[] = [];
    for (const workers of numbersOfWorkers) measured.push(await measure(workers, emulators));
    const [one] = measured;
    const times = (of: 'pulledPerSecond' | 'readPerSecond') =>
      measured.map((each) => Math.round((100 * each[of]) / (one?.[of] ?? 1)) / 100);
    return {
      bench: 'scale',
      ...{ organisations, failures, slowMs, processors: availableParallelism(), measured },
      timesAsManyPulled: times('pulledPerSecond'),
      timesAsManyRead: times('readPerSecond'),
      goal: { timesAsManyPulled: [1, 1.7, 3] },
    };
  } finally {
    for (const each of emulators) await each.stop();
  }
}

async function measure(workers: number, emulators: readonly Emulators[]): Promise<Throughput> {
  const backends = await startBackends(process.env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey });
  const started: StartedProcess[] = [];
  const env = { REDIS_PREFIX: `scale-${randomUUID()}` };
  try {
    const api = await startProcess('api', backends, { env });
    started.push(api);
    for (let at = 0; at < workers; at += 1) started.push(await startProcess('ingest-worker', backends, { env }));
    const ask = await createApiClient(api.url, store);
    process.stderr.write(`${workers} ${workers === 1 ? 'worker' : 'workers'}: taking in …\n`);
    const connections = await Promise.all(emulators.map((each) => connect(ask, each, 'github')));
    const { seconds, records } = await takeIn(ask, connections);
    process.stderr.write('Reading all of it anew …\n');
    const readSeconds = await readAnew(ask, connections);
    const rate = (spent: number) => Math.round(records / spent);
    return { workers, pulledPerSecond: rate(seconds), readPerSecond: rate(readSeconds) };
  } finally {
    for (const each of started.toReversed()) await each.stop();
    await store.close();
    await backends.stop();
  }
}

/** @returns seconds until nothing is left to be read */
async function readAnew(ask: Ask, connections: readonly string[]): Promise<number> {
  const began = performance.now();
  for (const id of connections) await ask('POST', `/v1/connections/${id}/replay`, {});
  for (;;) {
    const { pending } = await ask<StatusAnswer>('GET', '/v1/status');
    if (pending === 0 && (await isIdle(ask))) return (performance.now() - began) / 1_000;
    await wait(lookEveryMs / 5);
  }
}
