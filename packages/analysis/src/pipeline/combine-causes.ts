import type { Cause, CauseAssessment, Trigger } from '@refrain/domain';

/**
 * The cause and the trigger of several failures: each the one with the greatest sum of confidences. `unknown` only where
 * nothing else was found; of equals the first by name.
 */
export function combineCauses(assessments: readonly CauseAssessment[]): { cause: Cause; trigger: Trigger } {
  return {
    cause: strongest(assessments.map(({ cause, confidence }) => [cause, confidence])) ?? 'unknown',
    trigger: strongest(assessments.map(({ trigger, confidence }) => [trigger, confidence])) ?? 'unknown',
  };
}

function strongest<Label extends string>(votes: readonly (readonly [Label, number])[]): Label | null {
  const sums = new Map<Label, number>();
  for (const [label, weight] of votes) if (label !== 'unknown') sums.set(label, (sums.get(label) ?? 0) + weight);
  const [best] = [...sums].sort(([a, of], [b, than]) => than - of || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}
