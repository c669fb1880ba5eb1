import { featureCount, writeSeriesFeatures } from './features.ts';
import type { OriginRows } from './known-windows.ts';
import type { RatePrior, SeriesCount } from './rate-prior.ts';
import { countEventsBefore, type SeriesEventTimes } from './recurrence-series.ts';
import type { SeriesState } from './series-state.ts';

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
 * @param horizons lengths of the forecast windows, in days
 */
export function computeOriginRows(
  events: SeriesEventTimes,
  state: SeriesState,
  known: Int32Array,
  prior: RatePrior,
  begin: number,
  horizons: readonly number[],
): OriginRows {
  const { day } = state;
  const rows = {
    day,
    series: known,
    features: new Float64Array(known.length * featureCount),
    logRates: new Float64Array(known.length),
    crowds: new Float64Array(known.length),
    isFixed: new Uint8Array(known.length),
    counts: horizons.map(() => new Int32Array(known.length)),
  };
  known.forEach((series, at) => {
    const watched = { days: countObservedDays(events, state, series), begin };
    const row = rows.features.subarray(at * featureCount, (at + 1) * featureCount);
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
