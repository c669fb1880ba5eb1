import { AppError } from '@refrain/domain';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, inject, vi } from 'vitest';
import type { GivenUpJob } from './job-ledger.ts';
import type { JobRun } from './job-run.ts';
import { createProducer, type OpenProducer } from './producer.ts';
import { type HandlersFor, startWorker, type Worker } from './worker.ts';

const nothingToDo = async () => {};
const idle: HandlersFor<'ingest'> = {
  'pull-stream': nothingToDo,
  'normalise-records': nothingToDo,
  'detect-failures': nothingToDo,
  reconcile: nothingToDo,
  'sync-connections': nothingToDo,
  'suggest-catalogue': nothingToDo,
  'sync-stream': nothingToDo,
  'read-catalogue': nothingToDo,
  'watch-connections': nothingToDo,
  'watch-connection': nothingToDo,
  'audit-stream': nothingToDo,
  'expire-payloads': nothingToDo,
  'rotate-keys': nothingToDo,
  forget: nothingToDo,
};

/** A payload of `pull-stream`. */
export const stream = { connectionId: 'c1', stream: 'pulls:acme/api' };

/** The ingest queue on a Redis that is empty at the beginning of each test. */
export interface QueueUnderTest {
  readonly prefix: string;
  readonly redis: Redis;
  readonly producer: OpenProducer;
  /** What the worker reported, in its order. */
  readonly errors: readonly { code: string; message: string; name: string; attempts: number }[];
  /** What the worker told of its runs. */
  readonly runs: readonly JobRun[];
  /** What was given up and not done since, by its key. */
  readonly givenUp: Map<string, GivenUpJob>;
  /** While it is true, nothing can be kept. */
  isLedgerAway: boolean;
  /** Starts the test's worker; jobs without a handler do nothing. */
  work(handlers: Partial<HandlersFor<'ingest'>>, concurrency?: number): Promise<void>;
  untilIdle(): Promise<void>;
  /** Ends the worker, where there is one. */
  close(): Promise<void>;
}

/** @param database of Redis, which the file has for itself: it is emptied before each test */
export function openQueueUnderTest(database: number): QueueUnderTest {
  const redisUrl = new URL(`/${database}`, inject('redisUrl')).href;
  const prefix = 'refrain-jobs-test';
  let redis: Redis;
  let producer: OpenProducer;
  let runs: JobRun[] = [];
  let worker: Worker | null = null;
  const givenUp = new Map<string, GivenUpJob>();
  let errors: { code: string; message: string; name: string; attempts: number }[] = [];

  async function close(): Promise<void> {
    await worker?.close();
    worker = null;
  }

  beforeEach(async () => {
    redis = new Redis(redisUrl);
    await redis.flushdb();
    producer = createProducer({ redisUrl, prefix });
    errors = [];
    runs = [];
    givenUp.clear();
  });
  afterEach(async () => {
    await close();
    await producer.close();
    redis.disconnect();
  });

  const opened: QueueUnderTest = {
    prefix,
    givenUp,
    isLedgerAway: false,
    get redis() {
      return redis;
    },
    get producer() {
      return producer;
    },
    get errors() {
      return errors;
    },
    get runs() {
      return runs;
    },
    async work(handlers, concurrency = 4) {
      worker = await startWorker({
        redisUrl,
        prefix,
        queue: 'ingest',
        handlers: { ...idle, ...handlers },
        concurrency,
        onRun: (run) => runs.push(run),
        ledger: {
          async giveUp(job) {
            if (opened.isLedgerAway) throw new AppError('unavailable', 'PostgreSQL is away');
            givenUp.set(job.key, job);
          },
          async done(key) {
            givenUp.delete(key);
          },
        },
        onError: ({ code, message }, { name, attempts }) => errors.push({ code, message, name, attempts }),
      });
    },
    async untilIdle() {
      await vi.waitFor(
        async () => {
          const { ingest } = await producer.counts();
          expect(ingest).toMatchObject({ waiting: 0, active: 0, delayed: 0 });
        },
        { timeout: 20_000, interval: 20 },
      );
    },
    close,
  };
  return opened;
}
