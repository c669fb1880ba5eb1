import type { EffectVerdict } from '@refrain/domain';
import type { StoppingBounds } from './stopping-bounds.ts';

export interface Judgement {
  readonly verdict: EffectVerdict;
  /** The look that decided; null while none did. */
  readonly decidedAt: number | null;
  /** The first look at which it would be held if nothing came any more; null where it is decided, or none would. */
  readonly heldAt: number | null;
}

/**
 * The first look at which a bound is reached decides for good.
 * @param counts episodes since the fix at each look so far
 * @param now episodes since the fix by now, at or after the last of these looks
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
