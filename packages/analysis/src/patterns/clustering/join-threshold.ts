/** Score above background from which two groups are one pattern, before anybody has corrected anything. */
const usualThreshold = 0.04;
/** Others that are tried, the nearest to the usual one first. */
const otherThresholds = [0.032, 0.05, 0.025, 0.06] as const;
/** So many more of the decided pairs must come out right for the next step away. */
const worthAStep = 3;

/** Pairs of positions about which people decided. */
export interface DecidedPairs {
  readonly together: readonly (readonly [number, number])[];
  readonly apart: readonly (readonly [number, number])[];
}

/**
 * The threshold under which the grouping, left to itself, agrees most with what people decided: whoever merges patterns again and
 * again wants them wider, whoever takes members out wants them narrower. The usual one stays unless another is clearly better.
 * @param groupAt the groups that a threshold gives without any constraint
 */
export function learnJoinThreshold(
  { together, apart }: DecidedPairs,
  groupAt: (threshold: number) => number[][],
): number {
  if (together.length + apart.length < worthAStep) return usualThreshold;
  const agreementAt = (threshold: number): number => {
    const groupOf = new Map(groupAt(threshold).flatMap((group, index) => group.map((position) => [position, index])));
    const isOne = ([a, b]: readonly [number, number]) => groupOf.get(a) === groupOf.get(b);
    return together.filter(isOne).length + apart.filter((pair) => !isOne(pair)).length;
  };
  let best = { threshold: usualThreshold, agreement: agreementAt(usualThreshold) };
  otherThresholds.forEach((threshold, at) => {
    const agreement = agreementAt(threshold) - worthAStep * (1 + Math.floor(at / 2));
    if (agreement > best.agreement) best = { threshold, agreement };
  });
  return best.threshold;
}
