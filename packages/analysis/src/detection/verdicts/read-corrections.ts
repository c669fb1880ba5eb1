import type { Correction } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';

/** Sorts corrections by the time at which people made them, oldest first, so that later ones overrule earlier ones. */
export function sortByDecision(corrections: readonly Correction[]): Correction[] {
  return [...corrections].sort((a, b) => compare(a.decidedAt, b.decidedAt) || compare(a.id, b.id));
}

/** Maps the id of each individually judged record to the latest decision: whether the record is a failure. */
export function listDecidedVerdicts(corrections: readonly Correction[]): ReadonlyMap<string, boolean> {
  return new Map(
    sortByDecision(corrections).flatMap(({ decision }) =>
      decision.kind === 'not_a_failure' || decision.kind === 'is_a_failure'
        ? [[decision.failureId, decision.kind === 'is_a_failure'] as const]
        : [],
    ),
  );
}

/** Returns the ids of records that people judged individually not to be failures. */
export function findDismissed(corrections: readonly Correction[]): ReadonlySet<string> {
  return new Set([...listDecidedVerdicts(corrections)].flatMap(([id, isFailure]) => (isFailure ? [] : [id])));
}
