import { refrain, type Schemas } from '../api/refrain.ts';

/** A clustering that takes longer no longer hides the report. */
const maxUpdateMs = 10 * 60_000;

/**
 * Returns whether a recent split, move or merge, or its undo, is about to change the episodes of a pattern. The figures of its report
 * then contradict the decision until the next report is there. Other changes of a report contradict nothing.
 */
export function useIsUpdating(patternId: string, isReportPending: boolean): boolean {
  const params = { path: { id: patternId }, query: { limit: 20 } };
  const history = refrain.useQuery('get', '/v1/patterns/{id}/history', { params }, { enabled: isReportPending });
  return isReportPending && (history.data?.items ?? []).some((decision) => isRecentStep(decision, Date.now()));
}

function isRecentStep({ at, detail, undone }: Schemas['Decision'], now: number): boolean {
  return typeof detail['action'] === 'string' && now - Date.parse(undone?.at ?? at) < maxUpdateMs;
}
