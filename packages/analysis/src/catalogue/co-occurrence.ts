import { hypergeometricTail } from '../stats/hypergeometric-tail.ts';
import { oddsAgainstNull } from '../stats/odds-against-null.ts';

/** How often two things fall on the same incidents. */
export interface Together {
  readonly key: string;
  /** Incidents of the service that are marked by `key`. */
  readonly hits: number;
  /** Incidents of the service. */
  readonly drawn: number;
  /** Share of the other services' incidents that are marked. */
  readonly elsewhere: number;
  /** Log-odds against its being chance, at least 0. */
  readonly odds: number;
}

/** What was seen once may be anything. */
const fewest = 2;

/**
 * Which marks fall on a service's incidents more often than on those of the others. Measured against the other incidents,
 * so that busy hours and busy repositories are nobody's sign.
 * @param markedBy marks of each incident
 * @returns from the places of a service's incidents in that list to the marks, strongest first
 */
export function createTogether(
  markedBy: readonly ReadonlySet<string>[],
): (incidents: readonly number[]) => readonly Together[] {
  const totals = new Map<string, number>();
  for (const marks of markedBy) for (const mark of marks) totals.set(mark, (totals.get(mark) ?? 0) + 1);

  return (incidents) => {
    const hitsOf = new Map<string, number>();
    for (const at of incidents) {
      for (const mark of markedBy[at] ?? []) hitsOf.set(mark, (hitsOf.get(mark) ?? 0) + 1);
    }
    const drawn = incidents.length;
    return [...hitsOf]
      .filter(([, hits]) => hits >= fewest)
      .map(([key, hits]) => {
        const marked = totals.get(key) ?? hits;
        const odds = oddsAgainstNull(hypergeometricTail(hits, drawn, marked, markedBy.length));
        return { key, hits, drawn, elsewhere: (marked - hits) / Math.max(1, markedBy.length - drawn), odds };
      })
      .filter(({ odds }) => odds > 0)
      .sort((a, b) => b.odds - a.odds || (a.key < b.key ? -1 : 1));
  };
}
