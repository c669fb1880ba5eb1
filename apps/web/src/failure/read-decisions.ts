import type { Schemas } from '../api/refrain.ts';

export interface Decisions {
  /** Null where nobody decided on this failure alone. */
  readonly isFailure: boolean | null;
  readonly notChangeRelated: boolean;
  /** Whether a link is right, by `linkKey`. */
  readonly links: ReadonlyMap<string, boolean>;
}

export function linkKey({
  type,
  targetId,
}: Pick<Schemas['FailureResponse']['links'][number], 'type' | 'targetId'>): string {
  return `${type} ${targetId}`;
}

/** What people say of a failure now: of several decisions the last one. @param corrections in the order in which they were decided */
export function readDecisions(
  failureId: string,
  corrections: readonly Omit<Schemas['ListedCorrection'], 'decidedBy'>[],
): Decisions {
  const links = new Map<string, boolean>();
  let isFailure: boolean | null = null;
  let notChangeRelated = false;
  for (const { decision } of corrections) {
    if (decision.kind === 'not_a_failure' && decision.failureId === failureId) isFailure = false;
    if (decision.kind === 'is_a_failure' && decision.failureId === failureId) isFailure = true;
    if (decision.kind === 'not_change_related' && decision.failureId === failureId) notChangeRelated = true;
    if (decision.kind === 'link') links.set(linkKey(decision), decision.right);
  }
  return { isFailure, notChangeRelated, links };
}
