import type { Schemas } from '../../api/refrain.ts';

export interface PatternDecisions {
  readonly judgement: 'confirmed' | 'dismissed' | null;
  /** The correction that set `judgement`; needed to undo it. */
  readonly judged: Pick<Schemas['ListedCorrection'], 'id' | 'set'> | null;
  readonly name: string | null;
  /** Time of the last correction; null if there is none. */
  readonly at: string | null;
}

/** Merges the corrections of a pattern; a later one overrides an earlier one. @param corrections oldest first */
export function readPatternDecisions(
  patternId: string,
  corrections: readonly Omit<Schemas['ListedCorrection'], 'decidedBy'>[],
): PatternDecisions {
  let decided: PatternDecisions = { judgement: null, judged: null, name: null, at: null };
  for (const { id, set, decision, decidedAt } of corrections) {
    decided = { ...decided, at: decidedAt };
    if (decision.kind === 'rename' && decision.patternId === patternId) decided = { ...decided, name: decision.name };
    if (decision.kind === 'pattern' && decision.patternId === patternId)
      decided = { ...decided, judgement: decision.right ? 'confirmed' : 'dismissed', judged: { id, set } };
  }
  return decided;
}
