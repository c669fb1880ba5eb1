import { type DurationSummary, hourInMs } from '@refrain/domain';
import { describeDurations } from '../trend/describe-durations.ts';
import type { FailSign } from './find-failure-signals.ts';

/**
 * How long failed deployments were not recovered from. Where incidents tell when service was back, nothing else is asked.
 * @param failed the signs of each
 * @param until what is open was observed up to then, in ms
 */
export function measureRecovery(failed: readonly (readonly FailSign[])[], until: number): DurationSummary {
  const ended: number[] = [];
  const open: number[] = [];
  let unknown = 0;
  for (const signs of failed) {
    const incidents = signs.filter(({ reason }) => reason === 'incident');
    const asked = incidents.length > 0 ? incidents : signs;
    const from = Math.min(...asked.map((sign) => sign.from));
    const ends = asked.flatMap((sign) => sign.until ?? []);
    if (asked.some(({ isOpen }) => isOpen)) open.push(Math.max(0, until - from) / hourInMs);
    else if (ends.length === 0) unknown += 1;
    else ended.push(Math.max(0, Math.max(...ends) - from) / hourInMs);
  }
  return describeDurations({ ended, open, unknown });
}
