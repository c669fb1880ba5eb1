import type { Change, Correction, Evidence, Failure, Link, LinkType } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { findDismissedFailureIds, sortCorrectionsByTime } from '../detection/verdicts/resolve-manual-verdicts.ts';
import type { ChangeIndex, ChangeUnit } from './change-index.ts';

interface DecidedLink {
  readonly type: LinkType;
  readonly failureId: string;
  readonly targetId: string;
  readonly right: boolean;
}

export interface LinkDecisions {
  readonly links: readonly DecidedLink[];
  readonly notFailures: ReadonlySet<string>;
  /** Failures for which a person decided that no change triggered them. */
  readonly notChangeRelated: ReadonlySet<string>;
  linksOf(failureId: string): readonly DecidedLink[];
  isRejected(type: LinkType, failureId: string, unit: ChangeUnit): boolean;
  confirmedTarget(type: LinkType, failureId: string, index: ChangeIndex): ChangeUnit | null;
}

/** Indexes people's decisions. The latest counts: "not change-related" revokes confirmed causes, and vice versa. */
export function indexLinkDecisions(corrections: readonly Correction[]): LinkDecisions {
  const latest = new Map<string, DecidedLink>();
  const notChangeRelated = new Set<string>();
  for (const { decision } of sortCorrectionsByTime(corrections)) {
    if (decision.kind === 'not_change_related') {
      notChangeRelated.add(decision.failureId);
      for (const [key, link] of latest)
        if (link.failureId === decision.failureId && link.type === 'caused_by')
          latest.set(key, { ...link, right: false });
    }
    if (decision.kind !== 'link') continue;
    const { type, failureId, targetId, right } = decision;
    if (type === 'caused_by' && right) notChangeRelated.delete(failureId);
    latest.set(getLinkKey(type, failureId, targetId), { type, failureId, targetId, right });
  }
  const links = [...latest.values()];
  const byFailure = groupBy(links, ({ failureId }) => [failureId]);
  const linksOf = (failureId: string): readonly DecidedLink[] => byFailure.get(failureId) ?? [];
  return {
    links,
    notFailures: findDismissedFailureIds(corrections),
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

/** Returns the key of a link; the same for both orders of a pair of failures. */
export function getLinkKey(type: LinkType, failureId: string, targetId: string): string {
  const pair = type === 'same_episode' ? [failureId, targetId].sort() : [failureId, targetId];
  return [type, ...pair].join('\n');
}

/** Merges people's decisions into the suggested links. Skips decisions about failures whose ids are not in `known`. */
export function applyLinkDecisions(
  links: readonly Link[],
  decisions: LinkDecisions,
  known: ReadonlySet<string>,
): Link[] {
  const all = new Map(links.map((link) => [getLinkKey(link.type, link.failureId, link.targetId), link]));
  for (const { type, failureId, targetId, right } of decisions.links) {
    if (!known.has(failureId)) continue;
    const key = getLinkKey(type, failureId, targetId);
    const suggested = all.get(key);
    all.set(key, {
      type,
      failureId,
      targetId,
      score: right ? 1 : (suggested?.score ?? 0),
      evidence: suggested?.evidence ?? [],
      status: right ? 'confirmed' : 'rejected',
    });
  }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

export type SuggestedLink = Link & { readonly status: 'suggested' };

export function createSuggestedLink(
  type: LinkType,
  { id: failureId }: Failure,
  { id: targetId }: Change | Failure,
  score: number,
  evidence: readonly Evidence[],
): SuggestedLink {
  return { type, failureId, targetId, score, evidence: [...evidence], status: 'suggested' };
}
