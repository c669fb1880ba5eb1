import type { Correction, LinkType } from '@refrain/domain';
import type { ChangeIndex, Unit } from './change-index.ts';

/** What people decided about links and failures, ready to be asked. */
export interface Decisions {
  readonly links: readonly { type: LinkType; failureId: string; targetId: string; right: boolean }[];
  readonly notFailures: ReadonlySet<string>;
  isRejected(type: LinkType, failureId: string, unit: Unit): boolean;
  confirmedTarget(type: LinkType, failureId: string, index: ChangeIndex): Unit | null;
}

/** The latest decision on a link counts. */
export function readDecisions(corrections: readonly Correction[]): Decisions {
  const latest = new Map<string, { type: LinkType; failureId: string; targetId: string; right: boolean }>();
  const notFailures = new Set<string>();
  const ordered = [...corrections].sort((a, b) =>
    a.decidedAt < b.decidedAt ? -1 : a.decidedAt > b.decidedAt ? 1 : a.id < b.id ? -1 : 1,
  );
  for (const { decision } of ordered) {
    if (decision.kind === 'not_a_failure') notFailures.add(decision.failureId);
    if (decision.kind !== 'link') continue;
    const { type, failureId, targetId, right } = decision;
    latest.set(linkKey(type, failureId, targetId), { type, failureId, targetId, right });
  }
  return {
    links: [...latest.values()],
    notFailures,
    isRejected: (type, failureId, unit) =>
      unit.records.some((record) => latest.get(linkKey(type, failureId, record.id))?.right === false),
    confirmedTarget(type, failureId, index) {
      const found = [...latest.values()].find(
        (link) => link.right && link.type === type && link.failureId === failureId,
      );
      return found === undefined ? null : index.findById(found.targetId);
    },
  };
}

/** Names a link; that of a pair of failures is the same from either side. */
export function linkKey(type: LinkType, failureId: string, targetId: string): string {
  const pair = type === 'same_episode' ? [failureId, targetId].sort() : [failureId, targetId];
  return [type, ...pair].join('\n');
}
