import { type ClusterItem, scoreBCubed } from './score-clusters.ts';

/** B-cubed F1 after corrections. Each figure has its value before, since the set of untouched failures changes. */
export interface UntouchedScore {
  /** Failures that decisions named. */
  readonly touched: number;
  readonly allF1: number;
  /** Over failures that no decision named, counting all members of their patterns. */
  readonly untouchedF1: number;
  /** The same before any correction. */
  readonly untouchedBeforeF1: number;
  /** Over the same failures without the named ones, so that decisions themselves do not count. */
  readonly aroundF1: number;
  readonly aroundBeforeF1: number;
}

/**
 * Scores failures that decisions did not name.
 * @param before items without corrections, with the ids of `after`
 */
export function scoreUntouched(
  before: readonly ClusterItem[],
  after: readonly ClusterItem[],
  touched: ReadonlySet<string>,
): UntouchedScore {
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
