import type { SeriesEventTimes } from './recurrence-series.ts';

/** Half-lives over which rates are measured, in days: one and a half years down to three weeks. */
export const rateHalfLivesInDays = [540, 180, 60, 20] as const;

const weekInDays = 7;

/** Event totals of all series up to `day`, which only moves forward. */
export interface SeriesState {
  day: number;
  readonly counts: Int32Array;
  readonly last: Float64Array;
  /** Number of weeks with an event; a burst counts as one or two. */
  readonly weeks: Int32Array;
  /** Exponentially decayed event counts, by half-life and series. */
  readonly decayed: readonly Float64Array[];
}

export function createSeriesState({ ids }: SeriesEventTimes): SeriesState {
  return {
    day: 0,
    counts: new Int32Array(ids.length),
    last: new Float64Array(ids.length),
    weeks: new Int32Array(ids.length),
    decayed: rateHalfLivesInDays.map(() => new Float64Array(ids.length)),
  };
}

export function advanceSeriesState(state: SeriesState, { times }: SeriesEventTimes, day: number): void {
  const passed = day - state.day;
  state.decayed.forEach((decayed, nth) => {
    const share = 0.5 ** (passed / (rateHalfLivesInDays[nth] ?? 1));
    for (let at = 0; at < decayed.length; at++) decayed[at] = (decayed[at] ?? 0) * share;
  });
  times.forEach((own, at) => {
    for (let next = state.counts[at] ?? 0; next < own.length && (own[next] ?? 0) < day; next++) {
      const event = own[next] ?? 0;
      const isNewWeek = next === 0 || Math.floor(event / weekInDays) !== Math.floor((state.last[at] ?? 0) / weekInDays);
      if (isNewWeek) state.weeks[at] = (state.weeks[at] ?? 0) + 1;
      state.counts[at] = next + 1;
      state.last[at] = event;
      state.decayed.forEach((decayed, nth) => {
        decayed[at] = (decayed[at] ?? 0) + 0.5 ** ((day - event) / (rateHalfLivesInDays[nth] ?? 1));
      });
    }
  });
  state.day = day;
}
