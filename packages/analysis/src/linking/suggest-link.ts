import type { Change, Evidence, Failure, Link, LinkType } from '@refrain/domain';

export type SuggestedLink = Link & { readonly status: 'suggested' };

export function suggestLink(
  type: LinkType,
  { id: failureId }: Failure,
  { id: targetId }: Change | Failure,
  score: number,
  evidence: readonly Evidence[],
): SuggestedLink {
  return { type, failureId, targetId, score, evidence: [...evidence], status: 'suggested' };
}
