import { hypergeometricTail } from '../stats/hypergeometric-tail.ts';
import { oddsAgainstNull } from '../stats/odds-against-null.ts';
import { countHolding } from '../text/tf-idf.ts';

/** How often a mark, such as a repository with a recent change, occurs with a service's incidents. */
export interface CoOccurrence {
  readonly key: string;
  /** Number of the service's incidents with the mark `key`. */
  readonly hits: number;
  /** Number of the service's incidents. */
  readonly drawn: number;
  /** Share of other services' incidents with the mark. */
  readonly elsewhere: number;
  /** Log-odds against a coincidence; never negative. */
  readonly odds: number;
}

const minHits = 2;

/**
 * Returns a function that finds the marks that occur with a service's incidents more often than with others, strongest
 * first. The comparison with other incidents corrects for busy repositories.
 * @param markedBy marks of each incident; the returned function takes indices into this list
 */
export function createCoOccurrences(
  markedBy: readonly ReadonlySet<string>[],
): (incidents: readonly number[]) => readonly CoOccurrence[] {
  const totals = countHolding(markedBy);

  return (incidents) => {
    const drawn = incidents.length;
    return [...countHolding(incidents.map((at) => markedBy[at] ?? []))]
      .filter(([, hits]) => hits >= minHits)
      .map(([key, hits]) => {
        const marked = totals.get(key) ?? hits;
        const odds = oddsAgainstNull(hypergeometricTail(hits, drawn, marked, markedBy.length));
        return { key, hits, drawn, elsewhere: (marked - hits) / Math.max(1, markedBy.length - drawn), odds };
      })
      .filter(({ odds }) => odds > 0)
      .sort((a, b) => b.odds - a.odds || (a.key < b.key ? -1 : 1));
  };
}
