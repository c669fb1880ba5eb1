import { hypergeometricTail } from '../stats/hypergeometric-tail.ts';
import { oddsAgainstNull } from '../stats/odds-against-null.ts';

/** How often a mark falls on the incidents of a service. */
export interface CoOccurrence {
  readonly key: string;
  /** Number of incidents of the service with the mark `key`. */
  readonly hits: number;
  /** Number of incidents of the service. */
  readonly drawn: number;
  /** Share of the other services' incidents with the mark. */
  readonly elsewhere: number;
  /** Log-odds against a coincidence, at least 0. */
  readonly odds: number;
}

/** Minimum number of hits, since a single one may be a coincidence. */
const minHits = 2;

/**
 * Returns a function that finds the marks that fall on a service's incidents more often than on those of other
 * services. The comparison with other incidents keeps busy hours and busy repositories from counting.
 * @param markedBy marks of each incident
 * @returns a function from the indices of a service's incidents in that list to the marks, strongest first
 */
export function createCoOccurrences(
  markedBy: readonly ReadonlySet<string>[],
): (incidents: readonly number[]) => readonly CoOccurrence[] {
  const totals = new Map<string, number>();
  for (const marks of markedBy) for (const mark of marks) totals.set(mark, (totals.get(mark) ?? 0) + 1);

  return (incidents) => {
    const hitsOf = new Map<string, number>();
    for (const at of incidents) {
      for (const mark of markedBy[at] ?? []) hitsOf.set(mark, (hitsOf.get(mark) ?? 0) + 1);
    }
    const drawn = incidents.length;
    return [...hitsOf]
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
