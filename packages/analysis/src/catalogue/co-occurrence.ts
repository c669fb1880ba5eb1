import { hypergeometricTail } from '../stats/hypergeometric-tail.ts';
import { oddsAgainstNull } from '../stats/odds-against-null.ts';
import { countDocumentsByTerm } from '../text/tf-idf.ts';

/** How often a mark, such as a repository with a recent change, occurs with a service's incidents. */
export interface CoOccurrence {
  readonly key: string;
  /** Number of the service's incidents with the mark `key`. */
  readonly hits: number;
  /** Number of the service's incidents. */
  readonly incidents: number;
  /** Share of other services' incidents with the mark. */
  readonly shareElsewhere: number;
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
  const totals = countDocumentsByTerm(markedBy);

  return (indices) => {
    const incidents = indices.length;
    return [...countDocumentsByTerm(indices.map((at) => markedBy[at] ?? []))]
      .filter(([, hits]) => hits >= minHits)
      .map(([key, hits]) => {
        const marked = totals.get(key) ?? hits;
        const odds = oddsAgainstNull(hypergeometricTail(hits, incidents, marked, markedBy.length));
        const shareElsewhere = (marked - hits) / Math.max(1, markedBy.length - incidents);
        return { key, hits, incidents, shareElsewhere, odds };
      })
      .filter(({ odds }) => odds > 0)
      .sort((a, b) => b.odds - a.odds || (a.key < b.key ? -1 : 1));
  };
}
