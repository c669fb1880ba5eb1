import type { EventTimes } from './recurrence-series.ts';

/** Half-lives in days over which a rate is looked at, longest first: about half a year to three weeks. */
export const halfLives = [540, 180, 60, 20] as const;

const weekInDays = 7;

/** What is known of every series at one moment, as columns. It moves forward only. */
export interface SeriesState {
  /** Day that it stands at: events before it are in. */
  day: number;
  readonly counts: Int32Array;
  /** Day of the last event. */
  readonly last: Float64Array;
  /** Different weeks with an event: of a burst, one or two. */
  readonly weeks: Int32Array;
  /** By half-life, then series: events, each weighted by half for every half-life that has passed since. */
  readonly decayed: readonly Float64Array[];
}

export function createState({ ids }: EventTimes): SeriesState {
  return {
    day: 0,
    counts: new Int32Array(ids.length),
    last: new Float64Array(ids.length),
    weeks: new Int32Array(ids.length),
    decayed: halfLives.map(() => new Float64Array(ids.length)),
  };
}

/** Takes in what happened up to a later day (exclusive). */
export function moveState(state: SeriesState, { times }: EventTimes, day: number): void {
  const passed = day - state.day;
  state.decayed.forEach((decayed, nth) => {
    const share = 0.5 ** (passed / (halfLives[nth] ?? 1));
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
        decayed[at] = (decayed[at] ?? 0) + 0.5 ** ((day - event) / (halfLives[nth] ?? 1));
      });
    }
  });
  state.day = day;
}
