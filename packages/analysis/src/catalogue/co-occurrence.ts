import { hypergeometricTail } from '../stats/hypergeometric-tail.ts';
import { maxLogOddsAgainstNull } from '../stats/p-values.ts';
import { countDocumentsByTerm } from '../text/tf-idf.ts';

/** How often incidents of a service have a feature in common, such as a repository that changed shortly before. */
export interface CoOccurrence {
  readonly key: string;
  /** Number of the service's incidents that have the feature `key`. */
  readonly hits: number;
  /** Number of all incidents of the service. */
  readonly incidents: number;
  /** Share of the incidents of all other services that have the feature. */
  readonly shareElsewhere: number;
  /** Log-odds that the co-occurrence is no coincidence; never negative. */
  readonly odds: number;
}

const minHits = 2;

/**
 * Returns a function that finds the features that are more frequent in a service's incidents than in those of other
 * services, strongest first. So a repository that changes before nearly every incident is not a feature of one service.
 * @param markedBy the features of each incident; the returned function takes indices into this list
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
