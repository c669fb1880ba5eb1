import { secondInMs } from '@refrain/domain';
import type { Job, Queue } from 'bullmq';
import type { RedisClient } from './redis.ts';
import { readFirstDue } from './wake-misdated.ts';

/**
 * Seconds for which the oldest job of a queue has been due that nobody has begun; 0 where none is. A delayed one, and the next run of a
 * schedule, is begun by nobody where no worker runs. Jobs that yield are looked at only while nothing is worked on: while there is
 * other work they wait, for hours in a backfill. One that waits for a further attempt counts from when it was due the first time.
 */
export async function ageOfOldest(client: RedisClient, queue: Queue): Promise<number> {
  const [ready, yielding, active, delayed] = await Promise.all([
    findDue(queue, 'waiting'),
    findDue(queue, 'prioritized'),
    queue.getActiveCount(),
    readFirstDue(client, queue),
  ]);
  const due = Math.min(ready, delayed, active === 0 ? yielding : Number.POSITIVE_INFINITY);
  return Math.max(Date.now() - due, 0) / secondInMs;
}

/** When the first in this state was due, in milliseconds since 1970; infinity where none is. */
async function findDue(queue: Queue, state: 'waiting' | 'prioritized'): Promise<number> {
  // One that is begun between the two questions to Redis that this takes is none.
  const [first]: readonly (Job | undefined)[] = await queue.getJobs(state, 0, 0, true);
  return first === undefined ? Number.POSITIVE_INFINITY : first.timestamp + (first.opts.delay ?? 0);
}
