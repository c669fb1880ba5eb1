import { type ClusterItem, scoreBCubed } from './score-clusters.ts';

/** B-cubed F1 after corrections. The fields with `Before` in their name have the F1 of the same failures before the corrections. */
export interface UncorrectedFailureScore {
  /** Number of failures that a decision mentions. */
  readonly touched: number;
  readonly allF1: number;
  /** F1 over failures that no decision mentions. All members of their patterns are taken into account. */
  readonly untouchedF1: number;
  /** The value of `untouchedF1` before any correction. */
  readonly untouchedBeforeF1: number;
  /**
   * F1 over failures that no decision mentions, after all other failures were removed from their patterns. It therefore excludes the direct
   * effect of decisions.
   */
  readonly aroundF1: number;
  readonly aroundBeforeF1: number;
}

/** Scores the failures that no decision mentions. `before` has the items as clustered without corrections, in the same order as `after`. */
export function scoreUncorrectedFailures(
  before: readonly ClusterItem[],
  after: readonly ClusterItem[],
  touched: ReadonlySet<string>,
): UncorrectedFailureScore {
  const isUntouched = (id: string) => !touched.has(id);
  const among = (items: readonly ClusterItem[]) => items.filter(({ id }) => isUntouched(id));
  return {
    touched: touched.size,
    allF1: scoreBCubed(after, () => true).f1,
    untouchedF1: scoreBCubed(after, isUntouched).f1,
    untouchedBeforeF1: scoreBCubed(before, isUntouched).f1,
    aroundF1: scoreBCubed(among(after), isUntouched).f1,
    aroundBeforeF1: scoreBCubed(among(before), isUntouched).f1,
  };
}
