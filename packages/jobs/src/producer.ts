import { AppError, parseInput } from '@refrain/domain';
import { type JobsOptions, Queue } from 'bullmq';
import { askersKey, noteAsker } from './askers.ts';
import {
  catalogue,
  type JobName,
  type JobPayload,
  type QueueName,
  queueNames,
  type ScheduledJobName,
} from './catalogue.ts';
import { keyOfJob } from './job-key.ts';
import { ageOfOldest } from './oldest-job.ts';
import { connect, patienceMs, untilReady, withinPatience } from './redis.ts';
import { queuePrefix } from './redis-address.ts';
import { telemetry } from './telemetry.ts';
import { isOnTime, readRedisClock, wakeMisdated } from './wake-misdated.ts';

export interface ProducerOptions {
  /** One server's, or those of a cluster: see `readRedisAddress`. */
  readonly redisUrl: string;
  /** Before every key in Redis; `refrain` unless told. Producer and workers must agree on it. */
  readonly prefix?: string;
  /** Milliseconds to wait for Redis before a method throws `unavailable`; 5,000 by default. */
  readonly waitMs?: number;
}

export interface QueueCounts {
  /** Ready to run. */
  readonly waiting: number;
  readonly active: number;
  /** Debounced jobs and those that wait for their next attempt; the next runs of schedules are not counted. */
  readonly delayed: number;
  readonly failed: number;
  readonly completed: number;
}

/** Every method throws an `AppError`: `unavailable` when Redis is away for `waitMs`, `invalid_input` for a wrong payload. */
export interface Producer {
  /** @param delayMs to wait before it runs, in place of what the catalogue says */
  enqueue<Name extends JobName>(name: Name, payload: JobPayload<Name>, delayMs?: number): Promise<void>;
  enqueueMany<Name extends JobName>(name: Name, payloads: readonly JobPayload<Name>[]): Promise<void>;
  /** Runs a job without payload at an interval, the first time at once. A schedule that is there already stays as it is. */
  schedule(name: ScheduledJobName, everyMs: number): Promise<void>;
  counts(): Promise<Record<QueueName, QueueCounts>>;
  /**
   * Removes the jobs, but for those that run, whose payload or problem names one of these, and what is kept of events: what was
   * forgotten is to be found in Redis no more.
   * @returns how many
   */
  removeNaming(names: readonly string[]): Promise<number>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface OpenProducer extends Producer {
  /** The queues themselves, for a board that shows them: whoever asks for work uses the methods. */
  readonly queues: ReadonlyMap<QueueName, Queue>;
  /** Seconds for which the oldest job has been due that nobody has begun; 0 where none waits. */
  oldestWaiting(): Promise<Record<QueueName, number>>;
  /** Lets jobs run whose time was told by a wrong clock. @returns how many */
  wakeMisdated(): Promise<number>;
}

export const defaultPrefix = 'refrain';
const oneDayInSeconds = 24 * 60 * 60;

/** One connection for all queues, which comes back by itself. Whoever asks while Redis is away waits a little and is refused. */
export function createProducer(options: ProducerOptions): OpenProducer {
  const { redisUrl, prefix = defaultPrefix, waitMs = patienceMs } = options;
  const client = connect(redisUrl);
  const queues = new Map(queueNames.map((name) => [name, openQueue(name)]));
  let closed = false;

  function openQueue(name: QueueName): Queue {
    const queue = new Queue(name, { connection: client, prefix: queuePrefix(redisUrl, prefix, name), telemetry });
    queue.on('error', () => {});
    return queue;
  }

  async function ask<T>(work: (queueOf: (name: QueueName) => Queue) => Promise<T>): Promise<T> {
    if (closed) throw new AppError('unavailable', 'The queue was closed');
    await untilReady(client, waitMs);
    const done = work((name) => queues.get(name) ?? openQueue(name));
    return withinPatience(done, waitMs);
  }

  async function enqueueMany<Name extends JobName>(
    name: Name,
    payloads: readonly JobPayload<Name>[],
    delayMs: number | undefined = catalogue[name].debounceMs,
  ): Promise<void> {
    if (payloads.length === 0) return;
    const jobs = payloads.map((payload) => ({ name, ...toJob(name, payload, delayMs) }));
    await ask(async (queueOf) => {
      // First, as one that need not wait may run at once.
      await Promise.all(jobs.map(({ data }) => noteAsker(client, askersKey(prefix, name, data))));
      await queueOf(catalogue[name].queue).addBulk(jobs);
    });
  }

  async function ofEach<T>(read: (queue: Queue) => Promise<T>): Promise<Record<QueueName, T>> {
    const found = await ask((queueOf) =>
      Promise.all(queueNames.map(async (name) => [name, await read(queueOf(name))] as const)),
    );
    return Object.fromEntries(found) as Record<QueueName, T>;
  }

  return {
    queues,

    enqueue: (name, payload, delayMs) => enqueueMany(name, [payload], delayMs),
    enqueueMany: (name, payloads) => enqueueMany(name, payloads),

    async schedule(name, everyMs) {
      await ask(async (queueOf) => {
        const queue = queueOf(catalogue[name].queue);
        const present = await queue.getJobScheduler(name);
        const now = await readRedisClock(client);
        const isKept = Math.abs((present?.next ?? 0) - now) < 2 * everyMs;
        // Whoever has the wrong time cannot tell when others run it, and would run it each time that it looks.
        if (present?.every === everyMs && (isKept || !isOnTime(now))) return;
        // BullMQ lets one go on from its next run, also where that is hours away.
        if (present?.every === everyMs) await queue.removeJobScheduler(name);
        // Each run has a trace of its own: else all that the clock ever asks for would be one.
        const opts = { ...trying(name), ...keeping, telemetry: { omitContext: true } };
        await queue.upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts });
      });
    },

    counts: () => ofEach(countJobs),
    oldestWaiting: () => ofEach((queue) => ageOfOldest(client, queue)),

    async wakeMisdated() {
      const woken = await ask((queueOf) => Promise.all(queueNames.map((name) => wakeMisdated(client, queueOf(name)))));
      return woken.reduce((sum, count) => sum + count, 0);
    },

    removeNaming: (names) =>
      ask(async (queueOf) => {
        let removed = 0;
        for (const name of queueNames) removed += await removeNaming(queueOf(name), names);
        return removed;
      }),

    async ping() {
      await ask(() => client.ping());
    },

    async close() {
      if (closed) return;
      closed = true;
      client.disconnect();
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/** What is kept of jobs in Redis, and for how long. Stack traces are not: they belong in the worker's log. */
const keeping = {
  removeOnComplete: true,
  removeOnFail: { age: oneDayInSeconds, count: 1_000 },
  stackTraceLimit: 0,
} as const satisfies JobsOptions;

function toJob<Name extends JobName>(
  name: Name,
  payload: JobPayload<Name>,
  delayMs: number | undefined,
): { data: unknown; opts: JobsOptions } {
  const definition = catalogue[name];
  const data = parseInput(definition.payload, payload, `the payload of ${name}`);
  return {
    data,
    opts: {
      ...keeping,
      ...trying(name),
      deduplication: { id: keyOfJob(name, data), keepLastIfActive: true },
      ...(delayMs === undefined ? {} : { delay: delayMs }),
      ...(definition.yields ? { priority: yielding } : {}),
    },
  };
}

/** How often a job is tried, and how long after one another. */
function trying(name: JobName): Pick<JobsOptions, 'attempts' | 'backoff'> {
  const { attempts, backoffMs } = catalogue[name];
  return { attempts, backoff: { type: 'refrain', delay: backoffMs } };
}

/** BullMQ runs jobs without a priority first, then the others from 1 upwards. */
const yielding = 10;

/** Jobs that are read at a time. */
const jobsPerRead = 500;

async function removeNaming(queue: Queue, names: readonly string[]): Promise<number> {
  const lower = names.map((name) => name.toLowerCase());
  let removed = 0;
  for (const state of ['waiting', 'prioritized', 'delayed', 'failed', 'completed'] as const) {
    for (let start = 0; ; start += jobsPerRead) {
      const jobs = await queue.getJobs(state, start, start + jobsPerRead - 1);
      const naming = jobs.filter((job) => {
        const said = JSON.stringify([job?.data, job?.failedReason]).toLowerCase();
        return lower.some((name) => said.includes(name));
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

async function countJobs(queue: Queue): Promise<QueueCounts> {
  const [jobs, schedules] = await Promise.all([
    queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed', 'completed'),
    queue.getJobSchedulersCount(),
  ]);
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0, completed = 0 } = jobs;
  return { waiting: waiting + prioritized, active, delayed: Math.max(delayed - schedules, 0), failed, completed };
}
