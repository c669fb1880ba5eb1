import type { Link } from '@refrain/domain';
import { type LinkDecisions, linkKeyOf } from './link-decisions.ts';

/** Merges people's decisions into the suggested links. Skips decisions about failures whose ids are not in `known`. */
export function applyLinkDecisions(
  links: readonly Link[],
  decisions: LinkDecisions,
  known: ReadonlySet<string>,
): Link[] {
  const all = new Map(links.map((link) => [linkKeyOf(link.type, link.failureId, link.targetId), link]));
  for (const { type, failureId, targetId, right } of decisions.links) {
    if (!known.has(failureId)) continue;
    const key = linkKeyOf(type, failureId, targetId);
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
