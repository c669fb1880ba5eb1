import { compare } from '../collections/compare.ts';
import { isPlainRevert } from './is-plain-revert.ts';
import type { PastChange, PrecheckHistory } from './precheck.ts';

/** That a change landed, or that its failure became known. */
export interface PastEvent {
  readonly kind: 'known' | 'landed';
  /** In ms since 1970. */
  readonly at: number;
  readonly change: PastChange;
}

/** Changes that are read: what is older hardly counts. */
const latestChanges = 20_000;

/**
 * What became known up to `asOf`, in its order; what failed is always in it, of the rest the latest 20,000 changes; reverts are not. A change that is
 * told of twice, or not in the past, counts once or not at all, and one that failed more than once fails when that was first known.
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
      // Nothing fails before it has landed, whatever the clocks of two providers say.
      return [event, { kind: 'known', at: Math.max(knownAt, event.at + 1), change: event.change }];
    });
  return events.filter(({ at }) => at <= end).sort(inOrder);
}

/** At one moment failures come first: they are known to a change that lands then. */
function inOrder(a: PastEvent, b: PastEvent): number {
  return a.at - b.at || compare(a.kind, b.kind) || compare(a.change.id, b.change.id);
}
