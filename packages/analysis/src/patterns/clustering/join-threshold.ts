/** Minimum cosine of two group centres for merging the groups, unless corrections suggest another threshold */
const defaultThreshold = 0.04;
/** Alternatives to the default: one step below and above, then two steps below and above */
const otherThresholds = [0.032, 0.05, 0.025, 0.06] as const;
/** A threshold replaces the default if it agrees with this many more corrections per step away from the default. */
const pairsPerStep = 3;

export interface CorrectedPointPairs {
  readonly together: readonly (readonly [number, number])[];
  readonly apart: readonly (readonly [number, number])[];
}

/**
 * Returns the threshold at which clustering without constraints agrees best with people's corrections. Prefers the
 * default unless another threshold is clearly better.
 * @param groupAt returns the groups of a clustering without constraints at a threshold
 */
export function learnJoinThreshold(
  { together, apart }: CorrectedPointPairs,
  groupAt: (threshold: number) => number[][],
): number {
  if (together.length + apart.length < pairsPerStep) return defaultThreshold;
  const agreementAt = (threshold: number): number => {
    const groupOf = new Map(groupAt(threshold).flatMap((group, index) => group.map((position) => [position, index])));
    const isOne = ([a, b]: readonly [number, number]) => groupOf.get(a) === groupOf.get(b);
    return together.filter(isOne).length + apart.filter((pair) => !isOne(pair)).length;
  };
  let best = { threshold: defaultThreshold, agreement: agreementAt(defaultThreshold) };
  otherThresholds.forEach((threshold, at) => {
    const agreement = agreementAt(threshold) - pairsPerStep * (1 + Math.floor(at / 2));
    if (agreement > best.agreement) best = { threshold, agreement };
  });
  return best.threshold;
}
