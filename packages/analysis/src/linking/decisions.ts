import type { Correction, LinkType } from '@refrain/domain';
import { groupBy } from '../group-by.ts';
import type { ChangeIndex, Unit } from './change-index.ts';

export interface DecidedLink {
  readonly type: LinkType;
  readonly failureId: string;
  readonly targetId: string;
  readonly right: boolean;
}

/** What people decided about links and failures, ready to be asked. */
export interface Decisions {
  readonly links: readonly DecidedLink[];
  readonly notFailures: ReadonlySet<string>;
  /** Failures that no change set off, as people said. */
  readonly notChangeRelated: ReadonlySet<string>;
  linksOf(failureId: string): readonly DecidedLink[];
  isRejected(type: LinkType, failureId: string, unit: Unit): boolean;
  confirmedTarget(type: LinkType, failureId: string, index: ChangeIndex): Unit | null;
}

/**
 * The latest decision counts: that an incident is not change-related takes back the causes that were confirmed before, and
 * a cause that is confirmed later takes that back.
 */
export function readDecisions(corrections: readonly Correction[]): Decisions {
  const latest = new Map<string, DecidedLink>();
  const notFailures = new Set<string>();
  const notChangeRelated = new Set<string>();
  const ordered = [...corrections].sort((a, b) =>
    a.decidedAt < b.decidedAt ? -1 : a.decidedAt > b.decidedAt ? 1 : a.id < b.id ? -1 : 1,
  );
  for (const { decision } of ordered) {
    if (decision.kind === 'not_a_failure') notFailures.add(decision.failureId);
    if (decision.kind === 'is_a_failure') notFailures.delete(decision.failureId);
    if (decision.kind === 'not_change_related') {
      notChangeRelated.add(decision.failureId);
      for (const [key, link] of latest)
        if (link.failureId === decision.failureId && link.type === 'caused_by')
          latest.set(key, { ...link, right: false });
    }
    if (decision.kind !== 'link') continue;
    const { type, failureId, targetId, right } = decision;
    if (type === 'caused_by' && right) notChangeRelated.delete(failureId);
    latest.set(linkKey(type, failureId, targetId), { type, failureId, targetId, right });
  }
  const links = [...latest.values()];
  const byFailure = groupBy(links, ({ failureId }) => [failureId]);
  const linksOf = (failureId: string): readonly DecidedLink[] => byFailure.get(failureId) ?? [];
  return {
    links,
    notFailures,
    notChangeRelated,
    linksOf,
    isRejected(type, failureId, unit) {
      const rejected = linksOf(failureId).filter((link) => !link.right && link.type === type);
      return rejected.length > 0 && unit.records.some(({ id }) => rejected.some(({ targetId }) => targetId === id));
    },
    confirmedTarget(type, failureId, index) {
      const found = linksOf(failureId).find((link) => link.right && link.type === type);
      return found === undefined ? null : index.findById(found.targetId);
    },
  };
}

/** Names a link; that of a pair of failures is the same from either side. */
export function linkKey(type: LinkType, failureId: string, targetId: string): string {
  const pair = type === 'same_episode' ? [failureId, targetId].sort() : [failureId, targetId];
  return [type, ...pair].join('\n');
}
