/** The score above background at which two groups are one pattern, without corrections. */
const defaultThreshold = 0.04;
/** Alternatives to try, nearest to the default first. */
const otherThresholds = [0.032, 0.05, 0.025, 0.06] as const;
/** The number of additional correct pairs required for each step away from the default. */
const pairsPerStep = 3;

/** Pairs of positions about which people decided. */
export interface DecidedPairs {
  readonly together: readonly (readonly [number, number])[];
  readonly apart: readonly (readonly [number, number])[];
}

/**
 * Returns the threshold under which unconstrained clustering agrees best with people's decisions: merges favour wider
 * patterns, removals narrower ones. The default stays unless another is clearly better.
 * @param groupAt the groups that a threshold gives without constraints
 */
export function learnJoinThreshold(
  { together, apart }: DecidedPairs,
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
