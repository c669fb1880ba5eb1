export interface RevertPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

export interface JoinedRevertScore {
  readonly pairs: number;
  readonly same: number;
  readonly joined: number;
  readonly right: number;
  readonly f1: number;
}

/** Scores whether pairs of reverts are correctly joined into one event. Only pairs whose truth is known are scored. */
export function scoreJoinedReverts(
  pairs: readonly RevertPair[],
  eventOf: ReadonlyMap<string, string>,
): JoinedRevertScore {
  const joined = pairs.filter(({ a, b }) => eventOf.has(a) && eventOf.get(a) === eventOf.get(b));
  const right = joined.filter(({ same }) => same).length;
  const same = pairs.filter((pair) => pair.same).length;
  return { pairs: pairs.length, same, joined: joined.length, right, f1: (2 * right) / (same + joined.length) };
}
