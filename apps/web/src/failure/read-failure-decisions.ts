import type { Schemas } from '../api/refrain.ts';

export interface FailureDecisions {
  /** Null if nobody has decided on this failure. */
  readonly isFailure: boolean | null;
  readonly notChangeRelated: boolean;
  readonly links: ReadonlyMap<string, boolean>;
}

export function formatLinkKey({
  type,
  targetId,
}: Pick<Schemas['FailureResponse']['links'][number], 'type' | 'targetId'>): string {
  return `${type} ${targetId}`;
}

/** Merges the corrections of a failure; a later one overrides an earlier one. @param corrections oldest first */
export function readFailureDecisions(
  failureId: string,
  corrections: readonly Pick<Schemas['ListedCorrection'], 'decision'>[],
): FailureDecisions {
  const links = new Map<string, boolean>();
  let isFailure: boolean | null = null;
  let notChangeRelated = false;
  for (const { decision } of corrections) {
    if (decision.kind === 'not_a_failure' && decision.failureId === failureId) isFailure = false;
    if (decision.kind === 'is_a_failure' && decision.failureId === failureId) isFailure = true;
    if (decision.kind === 'not_change_related' && decision.failureId === failureId) notChangeRelated = true;
    if (decision.kind === 'link') links.set(formatLinkKey(decision), decision.right);
  }
  return { isFailure, notChangeRelated, links };
}
