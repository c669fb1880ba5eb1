import type { CountRegressionRows } from '../../stats/count-regression.ts';
import { seriesFeatureCount, writeSeriesFeatures } from './features.ts';
import type { RatePrior, SeriesCount } from './rate-prior.ts';
import { countEventsBefore, type SeriesEventTimes } from './recurrence-series.ts';
import type { SeriesState } from './series-state.ts';

/** Features of the series at one origin (a day of forecasts), and their outcomes. */
export interface ForecastOriginRows {
  readonly day: number;
  readonly series: Int32Array;
  /** Row by row: `seriesFeatureCount` values for each series. */
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
 * Collects the completed windows of one horizon as training rows, at most about `maxRows`.
 * @param origins ascending, with completed windows
 * @param nth index of the horizon
 */
export function gatherTrainingRows(
  origins: readonly ForecastOriginRows[],
  nth: number,
  days: number,
  stepDays: number,
): CountRegressionRows {
  const all = origins.reduce((sum, { series }) => sum + series.length, 0);
  const stride = Math.max(1, Math.ceil(all / maxRows));
  const chosen = origins.filter((_, at) => at % stride === 0);
  const rows = chosen.flatMap(({ isFixed }) => [...isFixed]).filter((fixed) => fixed === 0).length;
  const gathered = {
    features: new Float64Array(rows * seriesFeatureCount),
    offsets: new Float64Array(rows),
    crowds: new Float64Array(rows),
    counts: new Int32Array(rows),
    // Less than 1 if windows overlap, because the rows of overlapping windows repeat information.
    weight: Math.min(1, (stepDays * stride) / days),
  };
  const logDays = Math.log(days);
  let row = 0;
  for (const { features, logRates, crowds, counts, isFixed } of chosen) {
    for (let at = 0; at < logRates.length; at++) {
      if (isFixed[at] === 1) continue;
      gathered.features.set(
        features.subarray(at * seriesFeatureCount, (at + 1) * seriesFeatureCount),
        row * seriesFeatureCount,
      );
      gathered.offsets[row] = (logRates[at] ?? 0) + logDays;
      gathered.crowds[row] = crowds[at] ?? 0;
      gathered.counts[row] = counts[nth]?.[at] ?? 0;
      row += 1;
    }
  }
  return gathered;
}

export function listKnownSeries(events: SeriesEventTimes, state: SeriesState, minCount: 1 | 2): Int32Array {
  return Int32Array.from(events.ids.keys()).filter((series) => (state.counts[series] ?? 0) >= minCount);
}

export function countSeriesEvents(
  events: SeriesEventTimes,
  state: SeriesState,
  known: Int32Array,
): readonly SeriesCount[] {
  return Array.from(known, (series) => ({
    count: state.counts[series] ?? 0,
    days: countObservedDays(events, state, series),
  }));
}

/** Returns for how many days a series was observed: at least 1, since observation may begin with the first event. */
export function countObservedDays({ watchedFrom }: SeriesEventTimes, { day }: SeriesState, series: number): number {
  return Math.max(day - (watchedFrom[series] ?? 0), 1);
}

/**
 * Computes the features of the known series on the state's day. Later events are used only as outcomes.
 * @param begin start of the period, in ms since 1970
 */
export function computeForecastOriginRows(
  events: SeriesEventTimes,
  state: SeriesState,
  known: Int32Array,
  prior: RatePrior,
  begin: number,
  horizons: readonly number[],
): ForecastOriginRows {
  const { day } = state;
  const rows = {
    day,
    series: known,
    features: new Float64Array(known.length * seriesFeatureCount),
    logRates: new Float64Array(known.length),
    crowds: new Float64Array(known.length),
    isFixed: new Uint8Array(known.length),
    counts: horizons.map(() => new Int32Array(known.length)),
  };
  known.forEach((series, at) => {
    const watched = { days: countObservedDays(events, state, series), begin };
    const row = rows.features.subarray(at * seriesFeatureCount, (at + 1) * seriesFeatureCount);
    const { logRate, crowd } = writeSeriesFeatures(row, state, series, prior, watched);
    rows.logRates[at] = logRate;
    rows.crowds[at] = crowd;
    const fixedAt = events.fixedAt[series] ?? 0;
    rows.isFixed[at] = fixedAt < day && (state.last[series] ?? 0) < fixedAt ? 1 : 0;
    const times = events.times[series] ?? new Float64Array();
    const before = state.counts[series] ?? 0;
    horizons.forEach((days, nth) => {
      const counts = rows.counts[nth];
      if (counts !== undefined) counts[at] = countEventsBefore(times, day + days) - before;
    });
  });
  return rows;
}
