import { hourInMs, minuteInMs, secondInMs } from '@refrain/domain';
import type { ScheduledJobName } from '@refrain/jobs';
import type { IngestConfig } from './config.ts';

/** What the clock asks for, and how often, in milliseconds. */
export function listClockJobs({
  syncEveryMs,
  watchEveryMs,
}: Pick<IngestConfig, 'syncEveryMs' | 'watchEveryMs'>): ReadonlyMap<ScheduledJobName, number> {
  return new Map<ScheduledJobName, number>([
    ['reconcile', 15 * secondInMs],
    ['sync-connections', syncEveryMs],
    ['watch-connections', watchEveryMs],
    ['expire-payloads', hourInMs],
    ['recluster-when-due', hourInMs],
    ['write-digests', hourInMs],
    ['approve-by-policy', 10 * minuteInMs],
    ['sync-issues', 5 * minuteInMs],
  ]);
}
