import type { EffectVerdict } from '@refrain/domain';
import type { StoppingBounds } from './stopping-bounds.ts';

export interface StoppingJudgement {
  readonly verdict: EffectVerdict;
  /** Index of the interim test that decided; null if none has decided yet. */
  readonly decidedAt: number | null;
  /**
   * Index of the first future interim test at which the fix would count as held if no further episode occurs. Null if
   * there is none, or if a test has already decided.
   */
  readonly heldAt: number | null;
}

/**
 * Returns the verdict of the first interim test that reaches a bound. This verdict is final.
 * @param counts number of episodes since the fix, at each past interim test
 * @param now number of episodes from the fix until now
 */
export function judgeStopping(
  { heldUpTo, backFrom }: StoppingBounds,
  counts: readonly number[],
  now: number,
): StoppingJudgement {
  for (const [look, count] of counts.entries()) {
    if (count <= (heldUpTo[look] ?? -1)) return { verdict: 'held', decidedAt: look, heldAt: null };
    if (count >= (backFrom[look] ?? Number.POSITIVE_INFINITY))
      return { verdict: 'came_back', decidedAt: look, heldAt: null };
  }
  if (counts.length >= heldUpTo.length)
    return { verdict: 'not_distinguishable', decidedAt: heldUpTo.length - 1, heldAt: null };
  const ahead = heldUpTo.findIndex((bound, look) => look >= counts.length && now <= bound);
  return { verdict: 'too_early', decidedAt: null, heldAt: ahead < 0 ? null : ahead };
}
