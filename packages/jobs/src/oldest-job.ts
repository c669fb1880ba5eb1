import type { Job, Queue } from 'bullmq';

/**
 * Seconds for which the oldest job of a queue that is ready to run has been due; 0 where none is. Jobs that yield are not looked at:
 * while there is other work they wait, for hours in a backfill. One that waits for a further attempt counts from when it was due
 * the first time.
 */
export async function ageOfOldest(queue: Queue): Promise<number> {
  // One that is begun between the two questions to Redis that this takes is none.
  const [oldest]: readonly (Job | undefined)[] = await queue.getJobs('waiting', 0, 0, true);
  if (oldest === undefined) return 0;
  return Math.max(Date.now() - oldest.timestamp - (oldest.opts.delay ?? 0), 0) / 1_000;
}
