import { secondInMs } from '@refrain/domain';
import type { Job, Queue } from 'bullmq';
import { readEarliestDueTime } from './promote-misdated-jobs.ts';
import type { RedisClient } from './redis.ts';

/**
 * Returns for how many seconds the oldest waiting job of a queue has been due; 0 if none is due. Also counts delayed
 * and scheduled jobs. Ignores low-priority jobs while another job runs, because they wait for hours during a backfill.
 * A retry counts from the time when the job was first due.
 */
export async function findOldestJobAge(client: RedisClient, queue: Queue): Promise<number> {
  const [ready, yielding, active, delayed] = await Promise.all([
    findDue(queue, 'waiting'),
    findDue(queue, 'prioritized'),
    queue.getActiveCount(),
    readEarliestDueTime(client, queue),
  ]);
  const due = Math.min(ready, delayed, active === 0 ? yielding : Number.POSITIVE_INFINITY);
  return Math.max(Date.now() - due, 0) / secondInMs;
}

/** Returns the due time of the first job in a state, in milliseconds since 1970; infinity if there is none. */
async function findDue(queue: Queue, state: 'waiting' | 'prioritized'): Promise<number> {
  // BullMQ sends two requests to Redis, and returns undefined for a job that starts between them.
  const [first]: readonly (Job | undefined)[] = await queue.getJobs(state, 0, 0, true);
  return first === undefined ? Number.POSITIVE_INFINITY : first.timestamp + (first.opts.delay ?? 0);
}
