import { compareStrings } from '../collections/compare-strings.ts';
import { isPlainRevert } from './is-plain-revert.ts';
import type { PastChange, PrecheckHistory } from './precheck.ts';

/** An event in the history of a change: the change landed (`landed`), or its failure became known (`known`). */
export interface HistoryEvent {
  readonly kind: 'known' | 'landed';
  /** Time of the event, in ms since 1970 */
  readonly at: number;
  readonly change: PastChange;
}

/** Number of latest changes that are kept. Older changes without a failure hardly affect a risk score. */
const latestChanges = 20_000;

/**
 * Lists in chronological order when changes landed and when their first failure became known, up to `asOf`. Keeps the
 * latest 20,000 changes and earlier ones that failed. Omits reverts.
 */
export function listHistoryEvents({ asOf, changes, failures }: PrecheckHistory): HistoryEvent[] {
  const end = Date.parse(asOf);
  const failed = new Map<string, number>();
  for (const { changeId, knownAt } of failures) {
    const at = Date.parse(knownAt);
    if (at <= end) failed.set(changeId, Math.min(at, failed.get(changeId) ?? end));
  }
  const landed = [...new Map(changes.map((change) => [change.id, change])).values()]
    .map((change): HistoryEvent => ({ kind: 'landed', at: Date.parse(change.occurredAt), change }))
    .filter(({ at, change }) => at <= end && !isPlainRevert(change.title))
    .sort(inOrder);
  const events = landed
    .filter(({ change }, at) => at >= landed.length - latestChanges || failed.has(change.id))
    .flatMap((event): HistoryEvent[] => {
      const knownAt = failed.get(event.change.id);
      if (knownAt === undefined) return [event];
      // A failure must follow the landing of its change, even if the clocks of two providers disagree.
      return [event, { kind: 'known', at: Math.max(knownAt, event.at + 1), change: event.change }];
    });
  return events.filter(({ at }) => at <= end).sort(inOrder);
}

/** Sorts by time. In a tie, failures come first, so that changes that land at that moment are checked against them. */
function inOrder(a: HistoryEvent, b: HistoryEvent): number {
  return a.at - b.at || compareStrings(a.kind, b.kind) || compareStrings(a.change.id, b.change.id);
}
