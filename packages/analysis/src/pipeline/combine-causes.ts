import type { Cause, CauseAssessment, Trigger } from '@refrain/domain';

/**
 * The cause and the trigger of several failures: of those that any of them is named, each the one with the greatest sum of
 * chances over all failures. `unknown` only where nothing is named; of equals the first by name.
 */
export function combineCauses(assessments: readonly CauseAssessment[]): { cause: Cause; trigger: Trigger } {
  return {
    cause: strongest(
      assessments.map(({ cause }) => cause),
      assessments.flatMap(({ causes }) => causes.map(({ cause, confidence }) => [cause, confidence] as const)),
    ),
    trigger: strongest(
      assessments.map(({ trigger }) => trigger),
      assessments.flatMap(({ triggers }) => triggers.map(({ trigger, confidence }) => [trigger, confidence] as const)),
    ),
  };
}

function strongest<Label extends string>(
  named: readonly (Label | 'unknown')[],
  chances: readonly (readonly [Label, number])[],
): Label | 'unknown' {
  const candidates = new Set<string>(named);
  const sums = new Map<Label, number>();
  for (const [label, chance] of chances) if (candidates.has(label)) sums.set(label, (sums.get(label) ?? 0) + chance);
  const [best] = [...sums].sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1));
  return best?.[0] ?? 'unknown';
}
