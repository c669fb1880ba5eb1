import { dayInMs, type Failure } from '@refrain/domain';
import { type FailureJoin, joinFailuresByOneSignal } from './same-episode.ts';

/** Maximum time between the starts of two incidents that are reports of one event. */
export const reportSpan = 3 * dayInMs;
const score = 0.9;

/**
 * Joins each report with the one before it, if both began within three days.
 * @param reports reports that describe the same event if they are close in time, in chronological order, each with the
 * evidence for that
 */
export function joinSuccessiveReports(
  reports: readonly { readonly failure: Failure; readonly detail: string }[],
): FailureJoin[] {
  return reports.slice(1).flatMap(({ failure: later, detail }, at) => {
    const earlier = reports[at]?.failure;
    if (earlier === undefined || Date.parse(later.occurredAt) - Date.parse(earlier.occurredAt) > reportSpan) return [];
    return [joinFailuresByOneSignal(earlier, later, score, 'words', detail)];
  });
}
