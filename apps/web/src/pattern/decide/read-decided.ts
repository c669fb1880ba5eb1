import type { Schemas } from '../../api/refrain.ts';

export interface Decided {
  readonly judgement: 'confirmed' | 'dismissed' | null;
  /** The correction that says so, to take it back by. */
  readonly judgementId: string | null;
  readonly name: string | null;
  /** When the last of it was decided; null where nothing was. */
  readonly at: string | null;
}

/** What people say of a pattern now: of several decisions the last one. @param corrections in the order in which they were decided */
export function readDecided(
  patternId: string,
  corrections: readonly Omit<Schemas['ListedCorrection'], 'decidedBy'>[],
): Decided {
  let decided: Decided = { judgement: null, judgementId: null, name: null, at: null };
  for (const { id, decision, decidedAt } of corrections) {
    decided = { ...decided, at: decidedAt };
    if (decision.kind === 'rename' && decision.patternId === patternId) decided = { ...decided, name: decision.name };
    if (decision.kind === 'pattern' && decision.patternId === patternId)
      decided = { ...decided, judgement: decision.right ? 'confirmed' : 'dismissed', judgementId: id };
  }
  return decided;
}
