import type { MapRate } from '@refrain/domain';
import betaCdf from '@stdlib/stats-base-dists-beta-cdf';
import { adjustPValues } from '../../stats/adjust-p-values.ts';
import { shrinkRates } from './shrink-rates.ts';

/** How often something happened, and how often it could have, in any unit. */
export interface ComparedCell {
  readonly count: number;
  /** Greater than 0. */
  readonly exposure: number;
}

/** Cells that share a rate. */
export interface ComparedGroup {
  /** With those where nothing happened: they tell how alike cells are. */
  readonly cells: readonly ComparedCell[];
  /** Of the group as a whole, whose cells may overlap; greater than 0. */
  readonly count: number;
  readonly exposure: number;
}

/** Mass of every interval that a map shows. */
const intervalMass = 0.9;

/**
 * Compares the cells of one kind with the rates of their groups. Whether a cell is above is asked of the exact test that its
 * rate is that of the other cells of its group (given their sum, its count is binomial: Przyborowski and Wilenski 1940), with
 * control of false discoveries over all cells (Benjamini and Hochberg): where all rates are the same, at most `falseAlarms`
 * of the maps have a cell above.
 * @returns in the order of groups and cells, per unit of the exposure; the organisation's rate is that of the group.
 *   Null where nothing happened
 */
export function compareCells(groups: readonly ComparedGroup[], falseAlarms: number): (MapRate | null)[][] {
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

/** Upper tail of the binomial distribution, also where it is too small to be 1 less the rest. */
function probabilityOfAtLeast(count: number, of: number, share: number): number {
  return count === 0 || share >= 1 ? 1 : betaCdf(share, count, of - count + 1);
}
