import { AppError, parseInput, secondInMs, toAppError } from '@refrain/domain';
import { DelayedError, type Job, Worker as QueueWorker, UnrecoverableError } from 'bullmq';
import { askersKey, linkAskers } from './askers.ts';
import { catalogue, type JobName, type JobPayload, type JobsOf, type QueueName, retryDelayMs } from './catalogue.ts';
import { isLastRun, type JobLedger, keyOf, toGivenUp } from './job-ledger.ts';
import { type JobRun, toJobRun } from './job-run.ts';
import { defaultPrefix } from './producer.ts';
import { checkRedis, connect } from './redis.ts';
import { queuePrefix } from './redis-address.ts';
import { nameSpan, telemetry } from './telemetry.ts';

/** Safe to run twice with the same payload. `signal` fires when the worker closes and its patience is over. */
export type Handler<Name extends JobName> = (payload: JobPayload<Name>, signal: AbortSignal) => Promise<void>;

/** A handler for every job of the queue. */
export type HandlersFor<Queue extends QueueName> = { readonly [Name in JobsOf<Queue>]: Handler<Name> };

export interface WorkerOptions<Queue extends QueueName> {
  readonly redisUrl: string;
  readonly prefix?: string;
  readonly queue: Queue;
  readonly handlers: HandlersFor<Queue>;
  /** Jobs at a time. */
  readonly concurrency: number;
  readonly ledger: JobLedger;
  /** Told of each failed run, and once when Redis is lost (then `name` is empty). For the log: it must not throw. */
  onError(error: AppError, job: { readonly name: string; readonly id: string; readonly attempts: number }): void;
  /** Told of each run as it ends, well or not. For the log and the figures: it must not throw. */
  onRun?(run: JobRun): void;
}

export interface Worker {
  /** Takes no further job, gives the running ones 5 seconds, then aborts their signals and waits for their end. */
  close(): Promise<void>;
}

const graceMs = 5_000;
/** A killed worker's jobs are taken up by another after at most the sum of the two. */
const lockMs = 15_000;
const stalledCheckMs = 5_000;
/** A job that cannot be given up, as nobody can keep it, is tried again after so long. */
const unkeptMs = 10 * secondInMs;

/**
 * Starts to work on a queue, and goes on when Redis was restarted or emptied.
 * @throws {AppError} `unavailable` when Redis is away at the start, `misconfigured` when it may evict jobs
 */
export async function startWorker<Queue extends QueueName>(options: WorkerOptions<Queue>): Promise<Worker> {
  const { redisUrl, prefix = defaultPrefix, queue, concurrency, ledger, onError, onRun = () => {} } = options;
  await checkRedis(redisUrl);
  const client = connect(redisUrl);
  let isAborted = false;
  // A signal for each run: on one for all, every request under way would listen, and Node 20 keeps a trace of each
  // `AbortSignal.any` for as long as its sources live.
  const running = new Set<AbortController>();
  const handlers: Readonly<Record<string, ((payload: never, signal: AbortSignal) => Promise<void>) | undefined>> =
    options.handlers;

  function abort(): void {
    isAborted = true;
    for (const one of running) one.abort();
  }

  const report = (job: Job, thrown: unknown) => onError(toAppError(thrown), aboutJob(job));

  /** Keeps what is given up before Redis lets it go. What we cut off ourselves, and what cannot be kept, goes on later. */
  async function giveUp(job: Job, error: AppError, known: boolean, token: string | undefined): Promise<void> {
    let afterMs = 0;
    if (!isAborted) {
      try {
        return await ledger.giveUp(toGivenUp(job, error, known));
      } catch (thrown) {
        report(job, thrown);
        afterMs = unkeptMs;
      }
    }
    await job.moveToDelayed(Date.now() + afterMs, token);
    throw new DelayedError();
  }

  async function run(job: Job, token?: string): Promise<void> {
    const own = new AbortController();
    running.add(own);
    if (isAborted) own.abort();
    const begunAt = Date.now();
    let error: AppError | null = null;
    let outcome: JobRun['outcome'] = 'done';
    nameSpan(job.name);
    try {
      const handle = handlers[job.name];
      if (handle === undefined) throw new AppError('internal', `No job of the queue ${queue} is called ${job.name}`);
      const { payload } = catalogue[job.name as JobName];
      const parsed = parseInput(payload, job.data, `the payload of ${job.name}`);
      await linkAskers(client, askersKey(prefix, job.name as JobName, parsed));
      await handle(parsed as never, own.signal);
    } catch (thrown) {
      error = toAppError(thrown);
      outcome = 'retried';
      if (isLastRun(job, error)) {
        await giveUp(job, error, thrown instanceof AppError, token);
        outcome = 'given_up';
      }
      throw toStoredError(thrown);
    } finally {
      running.delete(own);
      onRun(toJobRun(queue, job, { begunAt, endedAt: Date.now(), outcome, error }));
    }
    // It is done: that this cannot be noted is no reason to do it again.
    await ledger.done(keyOf(job)).catch((thrown: unknown) => report(job, thrown));
  }

  const worker = new QueueWorker(queue, run, {
    connection: client,
    prefix: queuePrefix(redisUrl, prefix, queue),
    telemetry,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledCheckMs,
    // Each kill of a worker counts as one stall: a job outlives several of them.
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
      ? 'Redis is away: waiting for it'
      : `The queue reports an error, and the reconciler repeats what is owed: ${error.message}`;
    onError(new AppError('unavailable', message, { cause: error }), { name: '', id: '', attempts: 0 });
  });
  worker.on('failed', (job, error) => {
    const own = error.cause instanceof AppError ? error.cause : null;
    onError(own ?? toAppError(error), aboutJob(job));
    if (job === undefined || own !== null) return;
    // Given up by the queue itself: no run of it came to an end.
    ledger.giveUp(toGivenUp(job, workersDied, true)).catch((thrown: unknown) => report(job, thrown));
  });

  return {
    async close() {
      const timer = setTimeout(abort, graceMs);
      const ended = worker.close(client.status !== 'ready');
      // Without Redis nobody can be told how a job ended, and the wait for that would have no end.
      await Promise.race([ended, new Promise((resolve) => client.once('close', resolve))]);
      clearTimeout(timer);
      abort();
      client.disconnect();
    },
  };
}

const workersDied = new AppError(
  'internal',
  'Workers died in the middle of it, again and again: their logs and the memory that they may take say why.',
);

function aboutJob(job: Job | undefined): { name: string; id: string; attempts: number } {
  return { name: job?.name ?? '', id: job?.id ?? '', attempts: job?.attemptsMade ?? 0 };
}

/** What Redis keeps of a failed job: code and message. The error itself stays in this process, as the cause. */
function toStoredError(thrown: unknown): Error {
  const error = toAppError(thrown);
  const known = thrown instanceof AppError;
  const text = known ? `${error.code}: ${error.message}` : 'internal: unexpected error, see the log of the worker';
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
