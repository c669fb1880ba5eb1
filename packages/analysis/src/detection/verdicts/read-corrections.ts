import type { Correction } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';

/** Sorts corrections by the time at which people made them, oldest first, so that later ones overrule earlier ones. */
export function sortByDecisionTime(corrections: readonly Correction[]): Correction[] {
  return [...corrections].sort((a, b) => compareStrings(a.decidedAt, b.decidedAt) || compareStrings(a.id, b.id));
}

/** Maps the id of each individually judged record to the latest decision: whether the record is a failure. */
export function collectIndividualVerdicts(corrections: readonly Correction[]): ReadonlyMap<string, boolean> {
  return new Map(
    sortByDecisionTime(corrections).flatMap(({ decision }) =>
      decision.kind === 'not_a_failure' || decision.kind === 'is_a_failure'
        ? [[decision.failureId, decision.kind === 'is_a_failure'] as const]
        : [],
    ),
  );
}

/** Returns the ids of records that people judged individually not to be failures. */
export function findDismissedFailureIds(corrections: readonly Correction[]): ReadonlySet<string> {
  return new Set([...collectIndividualVerdicts(corrections)].flatMap(([id, isFailure]) => (isFailure ? [] : [id])));
}
