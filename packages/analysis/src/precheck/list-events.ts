import { compare } from '../collections/compare.ts';
import { isPlainRevert } from './is-plain-revert.ts';
import type { PastChange, PrecheckHistory } from './precheck.ts';

/** A change that landed, or whose failure became known. */
export interface PastEvent {
  readonly kind: 'known' | 'landed';
  /** In ms since 1970. */
  readonly at: number;
  readonly change: PastChange;
}

/** Older changes hardly count. */
const latestChanges = 20_000;

/**
 * Lists landings and known failures up to `asOf` in chronological order. Keeps every failed change and the latest
 * 20,000 others, without reverts. A repeated change counts once, failures of unlisted changes are ignored, and a change
 * that failed repeatedly fails at its first known failure.
 */
export function listEvents({ asOf, changes, failures }: PrecheckHistory): PastEvent[] {
  const end = Date.parse(asOf);
  const failed = new Map<string, number>();
  for (const { changeId, knownAt } of failures) {
    const at = Date.parse(knownAt);
    if (at <= end) failed.set(changeId, Math.min(at, failed.get(changeId) ?? end));
  }
  const landed = [...new Map(changes.map((change) => [change.id, change])).values()]
    .map((change): PastEvent => ({ kind: 'landed', at: Date.parse(change.occurredAt), change }))
    .filter(({ at, change }) => at <= end && !isPlainRevert(change.title))
    .sort(inOrder);
  const events = landed
    .filter(({ change }, at) => at >= landed.length - latestChanges || failed.has(change.id))
    .flatMap((event): PastEvent[] => {
      const knownAt = failed.get(event.change.id);
      if (knownAt === undefined) return [event];
      // A failure never precedes its landing, even if the clocks of two providers disagree.
      return [event, { kind: 'known', at: Math.max(knownAt, event.at + 1), change: event.change }];
    });
  return events.filter(({ at }) => at <= end).sort(inOrder);
}

/** Failures sort first at the same instant, because they are known to a change that lands then. */
function inOrder(a: PastEvent, b: PastEvent): number {
  return a.at - b.at || compare(a.kind, b.kind) || compare(a.change.id, b.change.id);
}
