import { hourInMs, minuteInMs, secondInMs } from '@refrain/domain';
import type { Queue } from 'bullmq';
import type { RedisClient } from './redis.ts';

/**
 * A job that is overdue by more than this has a due time from a wrong clock, because workers start due jobs at once.
 */
const overdueMs = 15 * secondInMs;
/** No job is delayed for longer than this. A later due time was computed by a clock that is ahead. */
const maxMs = 2 * hourInMs;
const maxJobs = 200;
/** BullMQ sorts delayed jobs by a score: the due time in milliseconds times 4,096, plus a tie-breaker below 4,096. */
const scorePerMs = 0x1000;
/** Prefix of the ids of scheduled runs. They may be a day away, so a distant due time is no reason to promote them. */
const scheduled = 'repeat:';
/** The accepted difference between the clocks of two machines. */
const toleratedMs = minuteInMs;

export async function readRedisClock(client: RedisClient): Promise<number> {
  const [seconds = 0, microseconds = 0] = (await client.time()).map(Number);
  return seconds * secondInMs + Math.floor(microseconds / 1_000);
}

/** Tests whether the clock of this process agrees with the clock of Redis. */
export function isInSyncWithRedisClock(redisNow: number): boolean {
  return Math.abs(Date.now() - redisNow) <= toleratedMs;
}

/** Returns the due time of a queue's first delayed job, in milliseconds since 1970; infinity if there is none. */
export async function readEarliestDueTime(client: RedisClient, queue: Queue): Promise<number> {
  const [, score] = await client.zrangebyscore(queue.toKey('delayed'), '-inf', '+inf', 'WITHSCORES', 'LIMIT', 0, 1);
  return score === undefined ? Number.POSITIVE_INFINITY : Number(score) / scorePerMs;
}

/**
 * Promotes delayed jobs whose due time is long past or hours away, and returns their number. BullMQ computes due times
 * by the clock of the process that enqueues. A job with a wrong due time would block other jobs with the same key.
 */
export async function promoteMisdatedJobs(client: RedisClient, queue: Queue): Promise<number> {
  const now = await readRedisClock(client);
  const delayed = queue.toKey('delayed');
  const between = (from: number | '-inf', to: number | '+inf') =>
    client.zrangebyscore(delayed, from, to, 'LIMIT', 0, maxJobs);
  const overdue = await between('-inf', (now - overdueMs) * scorePerMs);
  const far = (await between((now + maxMs) * scorePerMs, '+inf')).filter((id) => !id.startsWith(scheduled));
  let woken = 0;
  for (const id of [...overdue, ...far]) {
    const job = await queue.getJob(id);
    // `promote` rejects if a worker has already started the job.
    await job?.promote().then(
      () => {
        woken += 1;
      },
      () => undefined,
    );
  }
  return woken;
}
