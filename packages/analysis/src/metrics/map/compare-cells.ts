import type { FailureMapRate } from '@refrain/domain';
import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import { adjustPValues } from '../../stats/p-values.ts';
import { shrinkRates } from './shrink-rates.ts';

/** Count and exposure (above 0, in any unit) of a cell. */
export interface CellCountAndExposure {
  readonly count: number;
  readonly exposure: number;
}

export interface CellComparisonGroup {
  /** Includes cells with a count of 0, which also show how similar cells are. */
  readonly cells: readonly CellCountAndExposure[];
  /** Count of the whole group. The counts of the cells may sum to more, since cells may overlap. */
  readonly count: number;
  readonly exposure: number;
}

const intervalMass = 0.9;

/**
 * Compares cells with their group's rate, at a false discovery rate of `falseAlarms` (Benjamini and Hochberg). Given
 * the group's count, a cell's count is binomial (Przyborowski and Wilenski 1940). Returns null for a count of 0.
 */
export function compareCells(groups: readonly CellComparisonGroup[], falseAlarms: number): (FailureMapRate | null)[][] {
  const probabilities = groups.flatMap(({ cells, count, exposure }) =>
    cells.map((cell) => probabilityOfAtLeast(cell.count, count, cell.exposure / exposure)),
  );
  const adjusted = adjustPValues(probabilities).values();
  const relative = shrinkRates(
    groups.map(({ cells, count, exposure }) =>
      cells.map((cell) => ({ count: cell.count, expected: (count * cell.exposure) / exposure })),
    ),
    intervalMass,
  );
  return groups.map(({ cells, count, exposure }, group) =>
    cells.map((cell, place) => {
      const isUnlikely = (adjusted.next().value ?? 1) <= falseAlarms;
      const rate = relative[group]?.[place] ?? null;
      if (rate === null) return null;
      const { estimate, low, high } = rate;
      const organisation = count / exposure;
      return {
        observed: cell.count / cell.exposure,
        organisation,
        estimate: estimate * organisation,
        low: low * organisation,
        high: high * organisation,
        isAbove: low > 1 && isUnlikely,
      };
    }),
  );
}

/** Returns the upper binomial tail, accurate even for tails that 1 − cdf would round to 0. */
function probabilityOfAtLeast(count: number, of: number, share: number): number {
  return count === 0 || share >= 1 ? 1 : betaCdf(share, count, of - count + 1);
}
