import { AppError, parseInput } from '@refrain/domain';
import { type JobsOptions, Queue } from 'bullmq';
import {
  type JobName,
  type JobPayload,
  jobCatalogue,
  type QueueName,
  queueNames,
  type ScheduledJobName,
} from './job-catalogue.ts';
import { createDeduplicationKey } from './job-identity.ts';
import { findOldestJobAge } from './oldest-job.ts';
import { isInSyncWithRedisClock, promoteMisdatedJobs, readRedisClock } from './promote-misdated-jobs.ts';
import { connectToRedis, redisTimeoutMs, waitForRedis, withRedisTimeout } from './redis.ts';
import { formatQueueKeyPrefix } from './redis-address.ts';
import { bullmqTelemetry, formatRequestingTracesKey, recordRequestingTrace } from './tracing.ts';

export interface ProducerOptions {
  /** URL of one server, or URLs of a cluster: see `readRedisAddress`. */
  readonly redisUrl: string;
  /** Prefix of every key in Redis, `refrain` by default. Producers and workers must use the same one. */
  readonly prefix?: string;
  /** Milliseconds to wait for Redis before a method throws `unavailable`; 5,000 by default. */
  readonly waitMs?: number;
}

export interface QueueJobCounts {
  readonly waiting: number;
  readonly active: number;
  /** Number of debounced jobs and retries that wait for their due time. Excludes the next runs of schedules. */
  readonly delayed: number;
  readonly failed: number;
  readonly completed: number;
}

/**
 * Enqueues jobs. Every method throws an `AppError`: `unavailable` if Redis is down for `waitMs`, `invalid_input` for an
 * invalid payload.
 */
export interface Producer {
  /** @param delayMs milliseconds before the run; the debounce time of the job by default */
  enqueue<Name extends JobName>(name: Name, payload: JobPayload<Name>, delayMs?: number): Promise<void>;
  enqueueMany<Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]): Promise<void>;
  /** Runs a job without payload at an interval, for the first time immediately. Keeps an existing schedule. */
  schedule(name: ScheduledJobName, everyMs: number): Promise<void>;
  counts(): Promise<Record<QueueName, QueueJobCounts>>;
  /**
   * For an erasure, removes BullMQ's events, and all jobs whose payload or error contains one of these names. Running
   * jobs are not removed.
   * @returns the number of removed jobs
   */
  removeNaming(names: readonly string[]): Promise<number>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface ProducerWithQueues extends Producer {
  /** The BullMQ queues, for a dashboard. To enqueue jobs, use the methods of the producer. */
  readonly queues: ReadonlyMap<QueueName, Queue>;
  /** Returns for how many seconds the oldest waiting job of each queue has been due, 0 if none is due. */
  oldestWaiting(): Promise<Record<QueueName, number>>;
  /** Promotes jobs whose delay was computed by a process with a wrong clock, and returns their number. */
  wakeMisdated(): Promise<number>;
}

export const defaultRedisKeyPrefix = 'refrain';
const oneDayInSeconds = 24 * 60 * 60;

/** Creates a producer with one reconnecting connection for all queues. Without Redis, methods throw after `waitMs`. */
export function createProducer(options: ProducerOptions): ProducerWithQueues {
  const { redisUrl, prefix = defaultRedisKeyPrefix, waitMs = redisTimeoutMs } = options;
  const client = connectToRedis(redisUrl);
  const queues = new Map(queueNames.map((name) => [name, openQueue(name)]));
  let closed = false;

  function openQueue(name: QueueName): Queue {
    const queue = new Queue(name, {
      connection: client,
      prefix: formatQueueKeyPrefix(redisUrl, prefix, name),
      telemetry: bullmqTelemetry,
    });
    queue.on('error', () => {});
    return queue;
  }

  async function request<T>(work: (queueOf: (name: QueueName) => Queue) => Promise<T>): Promise<T> {
    if (closed) throw new AppError('unavailable', 'The connection to the queues was closed');
    await waitForRedis(client, waitMs);
    const done = work((name) => queues.get(name) ?? openQueue(name));
    return withRedisTimeout(done, waitMs);
  }

  async function enqueueMany<Name extends JobName>(
    name: Name,
    payloads: readonly JobPayload<Name>[],
    delayMs: number | undefined = jobCatalogue[name].debounceMs,
  ): Promise<void> {
    if (payloads.length === 0) return;
    const jobs = payloads.map((payload) => ({ name, ...toJob(name, payload, delayMs) }));
    await request(async (queueOf) => {
      // The trace is recorded before the job is enqueued, because a job without a delay may run immediately.
      await Promise.all(
        jobs.map(({ data }) => recordRequestingTrace(client, formatRequestingTracesKey(prefix, name, data))),
      );
      await queueOf(jobCatalogue[name].queue).addBulk(jobs);
    });
  }

  async function ofEach<T>(read: (queue: Queue) => Promise<T>): Promise<Record<QueueName, T>> {
    const found = await request((queueOf) =>
      Promise.all(queueNames.map(async (name) => [name, await read(queueOf(name))] as const)),
    );
    return Object.fromEntries(found) as Record<QueueName, T>;
  }

  return {
    queues,

    enqueue: (name, payload, delayMs) => enqueueMany(name, [payload], delayMs),
    enqueueMany: (name, payloads) => enqueueMany(name, payloads),

    async schedule(name, everyMs) {
      await request(async (queueOf) => {
        const queue = queueOf(jobCatalogue[name].queue);
        const present = await queue.getJobScheduler(name);
        const now = await readRedisClock(client);
        const isKept = Math.abs((present?.next ?? 0) - now) < 2 * everyMs;
        // Keeps the schedule if the clock of this process is wrong, because otherwise each call would run the job.
        if (present?.every === everyMs && (isKept || !isInSyncWithRedisClock(now))) return;
        // Removes the schedule, because BullMQ would otherwise wait for its next run, even if that run is hours away.
        if (present?.every === everyMs) await queue.removeJobScheduler(name);
        // Each run starts its own trace; otherwise all runs of a schedule would share one trace.
        const opts = { ...retrying(name), ...storing, telemetry: { omitContext: true } };
        await queue.upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts });
      });
    },

    counts: () => ofEach(countJobs),
    oldestWaiting: () => ofEach((queue) => findOldestJobAge(client, queue)),

    async wakeMisdated() {
      const woken = await request((queueOf) =>
        Promise.all(queueNames.map((name) => promoteMisdatedJobs(client, queueOf(name)))),
      );
      return woken.reduce((sum, count) => sum + count, 0);
    },

    removeNaming: (names) =>
      request(async (queueOf) => {
        let removed = 0;
        for (const name of queueNames) removed += await removeNaming(queueOf(name), names);
        return removed;
      }),

    async ping() {
      await request(() => client.ping());
    },

    async close() {
      if (closed) return;
      closed = true;
      client.disconnect();
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/** Limits how many ended jobs Redis stores. Omits stack traces, because the worker logs them. */
const storing = {
  removeOnComplete: true,
  removeOnFail: { age: oneDayInSeconds, count: 1_000 },
  stackTraceLimit: 0,
} as const satisfies JobsOptions;

function toJob<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  delayMs: number | undefined,
): { data: unknown; opts: JobsOptions } {
  const definition = jobCatalogue[name];
  const data = parseInput(definition.payload, payload, `the payload of ${name}`);
  return {
    data,
    opts: {
      ...storing,
      ...retrying(name),
      deduplication: { id: createDeduplicationKey(name, data), keepLastIfActive: true },
      ...(delayMs === undefined ? {} : { delay: delayMs }),
      ...(definition.yields ? { priority: lowPriority } : {}),
    },
  };
}

function retrying(name: JobName): Pick<JobsOptions, 'attempts' | 'backoff'> {
  const { attempts, backoffMs } = jobCatalogue[name];
  return { attempts, backoff: { type: 'refrain', delay: backoffMs } };
}

/** BullMQ runs jobs without a priority first, then jobs of priority 1, 2 and so on. */
const lowPriority = 10;

const jobsPerRead = 500;

async function removeNaming(queue: Queue, names: readonly string[]): Promise<number> {
  const lower = names.map((name) => name.toLowerCase());
  let removed = 0;
  for (const state of ['waiting', 'prioritized', 'delayed', 'failed', 'completed'] as const) {
    for (let start = 0; ; start += jobsPerRead) {
      const jobs = await queue.getJobs(state, start, start + jobsPerRead - 1);
      const naming = jobs.filter((job) => {
        const content = JSON.stringify([job?.data, job?.failedReason]).toLowerCase();
        return lower.some((name) => content.includes(name));
      });
      for (const job of naming)
        removed += await job
          .remove()
          .then(() => 1)
          .catch(() => 0);
      start -= naming.length;
      if (jobs.length < jobsPerRead) break;
    }
  }
  await queue.trimEvents(0);
  return removed;
}

async function countJobs(queue: Queue): Promise<QueueJobCounts> {
  const [jobs, schedules] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed', 'completed'),
    queue.getJobSchedulersCount(),
  ]);
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0, completed = 0 } = jobs;
  return { waiting: waiting + prioritized, active, delayed: Math.max(delayed - schedules, 0), failed, completed };
}
