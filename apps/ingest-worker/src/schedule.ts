import { hourInMs, minuteInMs, secondInMs } from '@refrain/domain';
import type { ScheduledJobName } from '@refrain/jobs';
import type { IngestConfig } from './config.ts';

export function listScheduledJobs({
  syncEveryMs,
  connectionCheckEveryMs,
}: Pick<IngestConfig, 'syncEveryMs' | 'connectionCheckEveryMs'>): ReadonlyMap<ScheduledJobName, number> {
  return new Map<ScheduledJobName, number>([
    ['reconcile', 15 * secondInMs],
    ['sync-connections', syncEveryMs],
    ['check-connections', connectionCheckEveryMs],
    ['expire-payloads', hourInMs],
    ['recluster-when-due', hourInMs],
    ['write-digests', hourInMs],
    ['approve-by-policy', 10 * minuteInMs],
    ['sync-issues', 5 * minuteInMs],
  ]);
}
