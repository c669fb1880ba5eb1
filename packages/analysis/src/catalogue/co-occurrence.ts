import { hypergeometricTail } from '../stats/hypergeometric-tail.ts';
import { maxLogOddsAgainstNull } from '../stats/max-log-odds-against-null.ts';
import { countDocumentsByTerm } from '../text/tf-idf.ts';

/** How often incidents of a service have a mark, such as the name of a repository that changed shortly before. */
export interface CoOccurrence {
  readonly key: string;
  /** Number of the service's incidents that have the mark `key`. */
  readonly hits: number;
  /** Number of all incidents of the service. */
  readonly incidents: number;
  /** Share of the incidents of all other services that have the mark. */
  readonly shareElsewhere: number;
  /** Log-odds that the co-occurrence is no coincidence; never negative. */
  readonly odds: number;
}

const minHits = 2;

/**
 * Returns a function that finds the marks that a service's incidents have more often than the incidents of other
 * services, strongest first. The comparison corrects for busy repositories.
 * @param markedBy the marks of each incident; the returned function takes indices into this list
 */
export function createCoOccurrenceFinder(
  markedBy: readonly ReadonlySet<string>[],
): (incidents: readonly number[]) => readonly CoOccurrence[] {
  const totals = countDocumentsByTerm(markedBy);

  return (indices) => {
    const incidents = indices.length;
    return [...countDocumentsByTerm(indices.map((at) => markedBy[at] ?? []))]
      .filter(([, hits]) => hits >= minHits)
      .map(([key, hits]) => {
        const marked = totals.get(key) ?? hits;
        const odds = maxLogOddsAgainstNull(hypergeometricTail(hits, incidents, marked, markedBy.length));
        const shareElsewhere = (marked - hits) / Math.max(1, markedBy.length - incidents);
        return { key, hits, incidents, shareElsewhere, odds };
      })
      .filter(({ odds }) => odds > 0)
      .sort((a, b) => b.odds - a.odds || (a.key < b.key ? -1 : 1));
  };
}
