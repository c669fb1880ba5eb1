import { AppError, parseInput, secondInMs, toAppError } from '@refrain/domain';
import { DelayedError, type Job, Worker as QueueWorker, UnrecoverableError } from 'bullmq';
import {
  createGivenUpJobFromError,
  type DeadLetterLedger,
  isFinalRun,
  readDeduplicationKey,
} from './dead-letter-ledger.ts';
import {
  type JobName,
  type JobNameOfQueue,
  type JobPayload,
  jobCatalogue,
  type QueueName,
  retryDelayMs,
} from './job-catalogue.ts';
import { createJobRun, type JobRun } from './job-run.ts';
import { defaultRedisKeyPrefix } from './producer.ts';
import { checkRedis, connectToRedis } from './redis.ts';
import { formatQueueKeyPrefix } from './redis-address.ts';
import { bullmqTelemetry, formatRequestingTracesKey, linkRequestingTraces, setCurrentSpanName } from './tracing.ts';

/** Handles a job; safe to run twice with the same payload. `signal` fires when a closing worker's grace period ends. */
export type JobHandler<Name extends JobName> = (payload: JobPayload<Name>, signal: AbortSignal) => Promise<void>;

export type JobHandlersOfQueue<Queue extends QueueName> = {
  readonly [Name in JobNameOfQueue<Queue>]: JobHandler<Name>;
};

export interface WorkerOptions<Queue extends QueueName> {
  readonly redisUrl: string;
  readonly prefix?: string;
  readonly queue: Queue;
  readonly handlers: JobHandlersOfQueue<Queue>;
  readonly concurrency: number;
  readonly ledger: DeadLetterLedger;
  /** Called for each failed run, and once (with an empty `name`) when Redis disconnects. Must not throw. */
  onError(error: AppError, job: { readonly name: string; readonly id: string; readonly attempts: number }): void;
  /** Called at the end of each run, failed or not. Must not throw. */
  onRun?(run: JobRun): void;
}

export interface Worker {
  /** Starts no further jobs, waits 5 s for the running ones, then aborts their signals and waits for their end. */
  close(): Promise<void>;
}

const graceMs = 5_000;
/** Another worker takes over the jobs of a killed worker after at most the sum of `lockMs` and `stalledCheckMs`. */
const lockMs = 15_000;
const stalledCheckMs = 5_000;
/** Delay before a failed job runs again if its dead letter cannot be stored. */
const unstoredMs = 10 * secondInMs;

/**
 * Starts a worker of a queue, which continues after Redis was restarted or emptied.
 * @throws {AppError} `unavailable` if Redis is down, `misconfigured` if Redis may evict jobs
 */
export async function startWorker<Queue extends QueueName>(options: WorkerOptions<Queue>): Promise<Worker> {
  const { redisUrl, prefix = defaultRedisKeyPrefix, queue, concurrency, ledger, onError, onRun = () => {} } = options;
  await checkRedis(redisUrl);
  const client = connectToRedis(redisUrl);
  let isAborted = false;
  // Each run has its own signal, because Node 20 leaks derived signals for as long as their source exists.
  const running = new Set<AbortController>();
  const handlers: Readonly<Record<string, ((payload: never, signal: AbortSignal) => Promise<void>) | undefined>> =
    options.handlers;

  function abort(): void {
    isAborted = true;
    for (const one of running) one.abort();
  }

  const report = (job: Job, thrown: unknown) => onError(toAppError(thrown), aboutJob(job));

  /** Stores the dead letter before Redis drops the job. If storing fails or the job was aborted, the job runs again. */
  async function giveUp(job: Job, error: AppError, known: boolean, token: string | undefined): Promise<void> {
    let afterMs = 0;
    if (!isAborted) {
      try {
        return await ledger.addDeadLetter(createGivenUpJobFromError(job, error, known));
      } catch (thrown) {
        report(job, thrown);
        afterMs = unstoredMs;
      }
    }
    await job.moveToDelayed(Date.now() + afterMs, token);
    throw new DelayedError();
  }

  async function run(job: Job, token?: string): Promise<void> {
    const controller = new AbortController();
    running.add(controller);
    if (isAborted) controller.abort();
    const begunAt = Date.now();
    let error: AppError | null = null;
    let outcome: JobRun['outcome'] = 'done';
    setCurrentSpanName(job.name);
    try {
      const handle = handlers[job.name];
      if (handle === undefined)
        throw new AppError(
          'internal',
          `This worker has no handler for the job ${job.name} of the queue ${queue}. Update the worker`,
        );
      const { payload } = jobCatalogue[job.name as JobName];
      const parsed = parseInput(payload, job.data, `the payload of ${job.name}`);
      await linkRequestingTraces(client, formatRequestingTracesKey(prefix, job.name as JobName, parsed));
      await handle(parsed as never, controller.signal);
    } catch (thrown) {
      error = toAppError(thrown);
      outcome = 'retried';
      if (isFinalRun(job, error)) {
        await giveUp(job, error, thrown instanceof AppError, token);
        outcome = 'given_up';
      }
      throw toStoredError(thrown);
    } finally {
      running.delete(controller);
      onRun(createJobRun(queue, job, { begunAt, endedAt: Date.now(), outcome, error }));
    }
    // The job has succeeded, so an error in the deletion of its dead letter must not repeat the job.
    await ledger.resolveDeadLetter(readDeduplicationKey(job)).catch((thrown: unknown) => report(job, thrown));
  }

  const worker = new QueueWorker(queue, run, {
    connection: client,
    prefix: formatQueueKeyPrefix(redisUrl, prefix, queue),
    telemetry: bullmqTelemetry,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledCheckMs,
    // Each time a worker is killed, its running jobs stall. A job must survive several stalls.
    maxStalledCount: 10,
    settings: {
      backoffStrategy: (attemptsMade, _type, error, job) =>
        retryDelayMs(baseDelay(job), attemptsMade, retryAfterSeconds(error), Math.random()),
    },
  });

  let lost = false;
  client.on('ready', () => {
    lost = false;
  });
  worker.on('error', (error) => {
    if (lost || isAborted) return;
    lost = client.status !== 'ready';
    const message = lost
      ? 'Redis is down. The worker continues when Redis responds'
      : `The queue reports an error; the reconciler repeats pending work: ${error.message}`;
    onError(new AppError('unavailable', message, { cause: error }), { name: '', id: '', attempts: 0 });
  });
  worker.on('failed', (job, error) => {
    const appError = error.cause instanceof AppError ? error.cause : null;
    onError(appError ?? toAppError(error), aboutJob(job));
    if (job === undefined || appError !== null) return;
    // BullMQ has given up the job after too many stalls.
    ledger
      .addDeadLetter(createGivenUpJobFromError(job, workersDied, true))
      .catch((thrown: unknown) => report(job, thrown));
  });

  return {
    async close() {
      const timer = setTimeout(abort, graceMs);
      const ended = worker.close(client.status !== 'ready');
      // Without Redis, the end of a job cannot be stored, and closing the worker would take forever.
      await Promise.race([ended, new Promise((resolve) => client.once('close', resolve))]);
      clearTimeout(timer);
      abort();
      client.disconnect();
    },
  };
}

const workersDied = new AppError(
  'internal',
  'Workers have died several times during this job: check their logs and their memory limits.',
);

function aboutJob(job: Job | undefined): { name: string; id: string; attempts: number } {
  return { name: job?.name ?? '', id: job?.id ?? '', attempts: job?.attemptsMade ?? 0 };
}

/** Reduces an error to a code and message that Redis may store. The error itself stays in this process as the cause. */
function toStoredError(thrown: unknown): Error {
  const error = toAppError(thrown);
  const known = thrown instanceof AppError;
  const text = known ? `${error.code}: ${error.message}` : "internal: unexpected error, see the worker's log";
  return Object.assign(error.retryable ? new Error(text) : new UnrecoverableError(text), { cause: error });
}

function baseDelay(job: { opts?: { backoff?: unknown } } | undefined): number {
  const backoff = job?.opts?.backoff;
  return typeof backoff === 'object' && backoff !== null && 'delay' in backoff ? Number(backoff.delay) : 1_000;
}

function retryAfterSeconds(error: Error | undefined): number | null {
  const seconds = error?.cause instanceof AppError ? error.cause.context.retryAfterSeconds : undefined;
  return typeof seconds === 'number' ? seconds : null;
}
