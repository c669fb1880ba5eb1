import type { Schemas } from '../api/refrain.ts';

/** Number of failures of a pattern that are shown at once */
const maxShown = 3;

export interface MatchGroup<T> {
  readonly shown: readonly T[];
  /** More failures of the same pattern, which are shown on demand. */
  readonly folded: readonly T[];
}

/** Puts the failures of each pattern together, at the place of the best one. A failure without a pattern is a group of its own. */
export function groupByPattern<
  T extends { readonly pattern: Pick<NonNullable<Schemas['SearchMatch']['pattern']>, 'id'> | null },
>(matches: readonly T[]): MatchGroup<T>[] {
  const keyOf = (match: T) => match.pattern?.id ?? match;
  return [...new Set(matches.map(keyOf))].map((key) => {
    const group = matches.filter((match) => keyOf(match) === key);
    return { shown: group.slice(0, maxShown), folded: group.slice(maxShown) };
  });
}
