import type { CountRegressionRows } from '../../stats/count-regression.ts';
import { featureCount } from './features.ts';

/** Features of the series at one origin (a day of forecasts), and their outcomes. */
export interface OriginRows {
  readonly day: number;
  /** Indices of the series, one per row. */
  readonly series: Int32Array;
  /** Row by row: `featureCount` values for each series. */
  readonly features: Float64Array;
  /** Logarithms of the rates per day. */
  readonly logRates: Float64Array;
  readonly crowds: Float64Array;
  /** 1 if the series was fixed and had no event since, so that its silence is evidence about the fix. */
  readonly isFixed: Uint8Array;
  /** Number of events in each window, by horizon and series, including windows that are not over yet. */
  readonly counts: readonly Int32Array[];
}

/** Maximum number of training rows. More rows do not change the second digit of a coefficient. */
const maxRows = 12_000;

/**
 * Collects the completed windows of one horizon as training rows. If there are too many, takes only every second
 * origin, or every third and so on.
 * @param origins ascending, with completed windows
 * @param nth index of the horizon
 */
export function gatherTrainingRows(
  origins: readonly OriginRows[],
  nth: number,
  days: number,
  stepDays: number,
): CountRegressionRows {
  const all = origins.reduce((sum, { series }) => sum + series.length, 0);
  const stride = Math.max(1, Math.ceil(all / maxRows));
  const chosen = origins.filter((_, at) => at % stride === 0);
  const rows = chosen.flatMap(({ isFixed }) => [...isFixed]).filter((fixed) => fixed === 0).length;
  const gathered = {
    features: new Float64Array(rows * featureCount),
    offsets: new Float64Array(rows),
    crowds: new Float64Array(rows),
    counts: new Int32Array(rows),
    // Less than 1 if windows overlap and thus repeat information, such as windows of a quarter that begin a week apart.
    weight: Math.min(1, (stepDays * stride) / days),
  };
  const logDays = Math.log(days);
  let row = 0;
  for (const { features, logRates, crowds, counts, isFixed } of chosen) {
    for (let at = 0; at < logRates.length; at++) {
      if (isFixed[at] === 1) continue;
      gathered.features.set(features.subarray(at * featureCount, (at + 1) * featureCount), row * featureCount);
      gathered.offsets[row] = (logRates[at] ?? 0) + logDays;
      gathered.crowds[row] = crowds[at] ?? 0;
      gathered.counts[row] = counts[nth]?.[at] ?? 0;
      row += 1;
    }
  }
  return gathered;
}
