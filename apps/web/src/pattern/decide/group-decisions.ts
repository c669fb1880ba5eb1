import type { Schemas } from '../../api/refrain.ts';

type Correction = Schemas['ListedCorrection'];

/** Corrections that were made in one step: one entry of the history. */
export interface DecisionStep {
  readonly id: string;
  readonly set: Correction['set'];
  readonly corrections: readonly [Correction, ...Correction[]];
}

/** Groups the corrections of each step, newest step first. @param corrections oldest first */
export function groupDecisions(corrections: readonly Correction[]): readonly DecisionStep[] {
  const steps = new Map<string, DecisionStep>();
  for (const correction of corrections) {
    const id = correction.set?.id ?? correction.id;
    const before = steps.get(id)?.corrections ?? [];
    steps.set(id, { id, set: correction.set, corrections: [...before, correction] as DecisionStep['corrections'] });
  }
  return [...steps.values()].reverse();
}
