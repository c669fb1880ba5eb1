import { hourInMs, minuteInMs, secondInMs } from '@refrain/domain';
import type { Queue } from 'bullmq';
import type { RedisClient } from './redis.ts';

/** The workers wake what is due; where one of them has a clock that is behind, what stays so much longer is woken here. */
const overdueMs = 15 * secondInMs;
/** Longer than any job is told to wait: what waits longer was told so by a clock that is ahead. */
const longestMs = 2 * hourInMs;
/** Jobs at a time; the rest follows at the next look. */
const mostJobs = 200;
/** BullMQ keeps delayed jobs by their time in milliseconds with twelve further bits, for the order among those of one. */
const scorePerMs = 0x1000;
/** Of a schedule: its next run may be a day away. */
const scheduled = 'repeat:';
/** Two machines may differ by so much. */
const toleratedMs = minuteInMs;

/** By the clock of Redis, in milliseconds since 1970: the one that all processes have in common. */
export async function readRedisClock(client: RedisClient): Promise<number> {
  const [seconds = 0, microseconds = 0] = (await client.time()).map(Number);
  return seconds * secondInMs + Math.floor(microseconds / 1_000);
}

/** Whether the clock of this process goes as that of Redis. */
export function isOnTime(redisNow: number): boolean {
  return Math.abs(Date.now() - redisNow) <= toleratedMs;
}

/** When the first of the delayed jobs is due, in milliseconds since 1970; infinity where none is. */
export async function readFirstDue(client: RedisClient, queue: Queue): Promise<number> {
  const [, score] = await client.zrangebyscore(queue.toKey('delayed'), '-inf', '+inf', 'WITHSCORES', 'LIMIT', 0, 1);
  return score === undefined ? Number.POSITIVE_INFINITY : Number(score) / scorePerMs;
}

/**
 * Lets jobs run that wait for a moment which came without them, or which will not come for hours: BullMQ dates each by the clock of
 * the process that queued it, and while it waits, no other of its key is taken in.
 * @returns how many
 */
export async function wakeMisdated(client: RedisClient, queue: Queue): Promise<number> {
  const now = await readRedisClock(client);
  const delayed = queue.toKey('delayed');
  const between = (from: number | '-inf', to: number | '+inf') =>
    client.zrangebyscore(delayed, from, to, 'LIMIT', 0, mostJobs);
  const overdue = await between('-inf', (now - overdueMs) * scorePerMs);
  const far = (await between((now + longestMs) * scorePerMs, '+inf')).filter((id) => !id.startsWith(scheduled));
  let woken = 0;
  for (const id of [...overdue, ...far]) {
    const job = await queue.getJob(id);
    // A worker may have been faster.
    await job?.promote().then(
      () => {
        woken += 1;
      },
      () => undefined,
    );
  }
  return woken;
}
