import { type DurationSummary, hourInMs } from '@refrain/domain';
import { describeDurations } from '../trend/describe-durations.ts';
import type { FailureSignal } from './find-failure-signals.ts';

/**
 * Summarises how long recovery from failed deployments took. If a deployment caused incidents, ignores its other
 * signals.
 * @param failed for each failed deployment, the signals that it failed
 */
export function measureRecoveryTime(failed: readonly (readonly FailureSignal[])[], until: number): DurationSummary {
  const ended: number[] = [];
  const open: number[] = [];
  let unknown = 0;
  for (const signals of failed) {
    const incidents = signals.filter(({ reason }) => reason === 'incident');
    const decisive = incidents.length > 0 ? incidents : signals;
    const from = Math.min(...decisive.map((signal) => signal.from));
    const ends = decisive.flatMap((signal) => signal.until ?? []);
    if (decisive.some(({ isOpen }) => isOpen)) open.push(Math.max(0, until - from) / hourInMs);
    else if (ends.length === 0) unknown += 1;
    else ended.push(Math.max(0, Math.max(...ends) - from) / hourInMs);
  }
  return describeDurations({ ended, open, unknown });
}
