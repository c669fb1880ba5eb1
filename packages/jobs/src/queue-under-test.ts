import type { DeadLetterJob } from '@refrain/domain';
import { AppError } from '@refrain/domain';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, inject, vi } from 'vitest';
import type { JobRun } from './job-run.ts';
import { createProducer, type ProducerWithQueues } from './producer.ts';
import { type JobHandlersOfQueue, startWorker, type Worker } from './worker.ts';

const nothingToDo = async () => {};
const idle: JobHandlersOfQueue<'ingest'> = {
  'pull-stream': nothingToDo,
  'parse-records': nothingToDo,
  'detect-failures': nothingToDo,
  reconcile: nothingToDo,
  'sync-connections': nothingToDo,
  'suggest-catalogue': nothingToDo,
  'sync-stream': nothingToDo,
  'read-catalogue': nothingToDo,
  'check-connections': nothingToDo,
  'check-connection': nothingToDo,
  'check-completeness': nothingToDo,
  'expire-payloads': nothingToDo,
  'rotate-keys': nothingToDo,
  erase: nothingToDo,
};

/** Retries the assertions until they pass, for as long as a busy machine may need. */
export function retryUntilPassing(assertions: () => unknown): Promise<unknown> {
  return vi.waitFor(assertions, { timeout: 30_000, interval: 20 });
}

/** A valid payload of the job `pull-stream`. */
export const examplePullStreamPayload = { connectionId: 'c1', stream: 'pulls:acme/api' };

/** The ingest queue on a Redis database that is empty at the start of each test. */
export interface QueueUnderTest {
  readonly prefix: string;
  readonly redis: Redis;
  readonly producer: ProducerWithQueues;
  /** The errors that the worker reported, oldest first. */
  readonly errors: readonly { code: string; message: string; name: string; attempts: number }[];
  /** The runs that the worker reported, oldest first. */
  readonly runs: readonly JobRun[];
  /** Dead letters by job key. When a job succeeds, its dead letter is removed. */
  readonly givenUp: Map<string, DeadLetterJob>;
  /** While true, the ledger stores nothing: `giveUp` throws `unavailable`. */
  isLedgerAway: boolean;
  /** Starts the worker of the test; jobs without a handler do nothing. */
  work(handlers: Partial<JobHandlersOfQueue<'ingest'>>, concurrency?: number): Promise<void>;
  untilIdle(): Promise<void>;
  /** Closes the worker, if one is running. */
  close(): Promise<void>;
}

/** @param database a Redis database that no other test file uses; it is emptied before each test */
export function openQueueUnderTest(database: number): QueueUnderTest {
  const redisUrl = new URL(`/${database}`, inject('redisUrl')).href;
  const prefix = 'refrain-jobs-test';
  let redis: Redis;
  let producer: ProducerWithQueues;
  let runs: JobRun[] = [];
  let worker: Worker | null = null;
  const givenUp = new Map<string, DeadLetterJob>();
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
    opened.isLedgerAway = false;
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
          async addDeadLetter(job) {
            if (opened.isLedgerAway) throw new AppError('unavailable', 'PostgreSQL is down');
            givenUp.set(job.key, job);
          },
          async resolveDeadLetter(key) {
            givenUp.delete(key);
          },
        },
        onError: ({ code, message }, { name, attempts }) => errors.push({ code, message, name, attempts }),
      });
    },
    async untilIdle() {
      await retryUntilPassing(async () => {
        const { ingest } = await producer.counts();
        expect(ingest).toMatchObject({ waiting: 0, active: 0, delayed: 0 });
      });
    },
    close,
  };
  return opened;
}
