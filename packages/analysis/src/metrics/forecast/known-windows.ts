import type { CountRows } from '../../stats/count-regression.ts';
import { width } from './features.ts';

/** The series that were looked at from one origin, and what came of it. */
export interface OriginRows {
  readonly day: number;
  /** Numbers of the series. */
  readonly series: Int32Array;
  /** `series × width`. */
  readonly features: Float64Array;
  /** Logarithms of the rates a day. */
  readonly logRates: Float64Array;
  readonly crowds: Float64Array;
  /** By series: whether a fix was in and nothing had come since, so that its silence tells of the fix. */
  readonly isFixed: Uint8Array;
  /** By horizon, then series: events within the window, also where the window is not over yet. */
  readonly counts: readonly Int32Array[];
}

/** Rows that a regression learns from at once: more change no coefficient's second digit. */
const maxRows = 12_000;

/**
 * The windows of one horizon that are over, as rows to learn from. Where there are too many, every second origin, every
 * third and so on: which ones depends on what is over, never on what comes.
 * @param origins ascending, those whose windows are over
 * @param nth number of the horizon
 * @param days length of the window
 * @param stepDays between origins
 */
export function gatherRows(origins: readonly OriginRows[], nth: number, days: number, stepDays: number): CountRows {
  const all = origins.reduce((sum, { series }) => sum + series.length, 0);
  const stride = Math.max(1, Math.ceil(all / maxRows));
  const chosen = origins.filter((_, at) => at % stride === 0);
  const rows = chosen.flatMap(({ isFixed }) => [...isFixed]).filter((fixed) => fixed === 0).length;
  const gathered = {
    features: new Float64Array(rows * width),
    offsets: new Float64Array(rows),
    crowds: new Float64Array(rows),
    counts: new Int32Array(rows),
    // Windows that begin a week apart and last a quarter tell nearly the same.
    weight: Math.min(1, (stepDays * stride) / days),
  };
  const logDays = Math.log(days);
  let row = 0;
  for (const { features, logRates, crowds, counts, isFixed } of chosen) {
    for (let at = 0; at < logRates.length; at++) {
      if (isFixed[at] === 1) continue;
      gathered.features.set(features.subarray(at * width, (at + 1) * width), row * width);
      gathered.offsets[row] = (logRates[at] ?? 0) + logDays;
      gathered.crowds[row] = crowds[at] ?? 0;
      gathered.counts[row] = counts[nth]?.[at] ?? 0;
      row += 1;
    }
  }
  return gathered;
}
