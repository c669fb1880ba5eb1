import type { EffectVerdict } from '@refrain/domain';
import type { StoppingBounds } from './stopping-bounds.ts';

export interface Judgement {
  readonly verdict: EffectVerdict;
  /** Index of the deciding look; null if none has decided yet. */
  readonly decidedAt: number | null;
  /** Index of the first look at which the fix would count as held without further episodes; null if decided or none. */
  readonly heldAt: number | null;
}

/**
 * Returns the verdict of the first look that reaches a bound, which is final.
 * @param counts episodes since the fix at each past look
 * @param now episodes since the fix until now
 */
export function judgeStopping(
  { heldUpTo, backFrom }: StoppingBounds,
  counts: readonly number[],
  now: number,
): Judgement {
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
