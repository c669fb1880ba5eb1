import { type DurationSummary, hourInMs } from '@refrain/domain';
import { describeDurations } from '../trend/describe-durations.ts';
import type { FailureSignal } from './find-failure-signals.ts';

/**
 * How long failed deployments were not recovered from. Where incidents tell when service was back, nothing else is asked.
 * @param failed the signs of each
 * @param until what is open was observed up to then, in ms
 */
export function measureRecovery(failed: readonly (readonly FailureSignal[])[], until: number): DurationSummary {
  const ended: number[] = [];
  const open: number[] = [];
  let unknown = 0;
  for (const signals of failed) {
    const incidents = signals.filter(({ reason }) => reason === 'incident');
    const asked = incidents.length > 0 ? incidents : signals;
    const from = Math.min(...asked.map((signal) => signal.from));
    const ends = asked.flatMap((signal) => signal.until ?? []);
    if (asked.some(({ isOpen }) => isOpen)) open.push(Math.max(0, until - from) / hourInMs);
    else if (ends.length === 0) unknown += 1;
    else ended.push(Math.max(0, Math.max(...ends) - from) / hourInMs);
  }
  return describeDurations({ ended, open, unknown });
}
