interface Scored {
  readonly id: string;
  readonly score: number;
}

/** Two matches are about equally good if their scores differ by at most this; more if the better one is in another service. */
const maxDifference = 0.01;
const maxDifferenceOfServices = 0.05;

export interface MatchOrder {
  /** Returns whether a failure is in a service that the question names. */
  readonly isSameService: (id: string) => boolean;
  /** Returns the day of a failure, in days since 1970; null if unknown. */
  readonly dayOf: (id: string) => number | null;
}

/** Sorts matches by score. Of matches that are about equally good, those of the named service come first, then the newest. */
export function orderEqualMatches<T extends Scored>(matches: readonly T[], { isSameService, dayOf }: MatchOrder): T[] {
  const ranked = matches
    .map((match) => ({ match, rank: match.score + (isSameService(match.id) ? maxDifferenceOfServices : 0) }))
    .sort((a, b) => b.rank - a.rank);
  const groups: (typeof ranked)[] = [];
  for (const one of ranked) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && last[0].rank - one.rank <= maxDifference) last.push(one);
    else groups.push([one]);
  }
  const order = (a: T, b: T) =>
    Number(isSameService(b.id)) - Number(isSameService(a.id)) || (dayOf(b.id) ?? 0) - (dayOf(a.id) ?? 0);
  return groups.flatMap((group) => group.map(({ match }) => match).sort(order));
}
