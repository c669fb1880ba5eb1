import { dayInMs, type Instant, type ObservedPeriod } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { lowerBound } from '../../collections/lower-bound.ts';

export interface RecurrenceSeries {
  readonly id: string;
  /** Starts of the episodes, in any order. */
  readonly at: readonly Instant[];
  /** Time from which episodes could be observed, if later than the start of the period. */
  readonly watchedFrom?: Instant;
  /** Time at which the latest fix was deployed; null or absent without a fix. */
  readonly fixedAt?: Instant | null;
}

/** Series as columns, sorted by id. Times are in days since the start of the period. */
export interface SeriesEventTimes {
  readonly ids: readonly string[];
  /** Events of each series within the period, ascending. */
  readonly times: readonly Float64Array[];
  readonly watchedFrom: Float64Array;
  /** Day of the latest fix; infinite without a fix. */
  readonly fixedAt: Float64Array;
  readonly end: number;
}

export function toSeriesEventTimes(
  series: readonly RecurrenceSeries[],
  { from, until }: ObservedPeriod,
): SeriesEventTimes {
  const begin = Date.parse(from);
  const toDay = (instant: Instant) => (Date.parse(instant) - begin) / dayInMs;
  const end = toDay(until);
  const sorted = [...series].sort((a, b) => compareStrings(a.id, b.id));
  return {
    ids: sorted.map(({ id }) => id),
    times: sorted.map(({ at }) =>
      Float64Array.from(at, toDay)
        .filter((day) => day >= 0 && day < end)
        .sort(),
    ),
    watchedFrom: Float64Array.from(sorted, ({ watchedFrom }) => Math.max(0, watchedFrom ? toDay(watchedFrom) : 0)),
    fixedAt: Float64Array.from(sorted, ({ fixedAt }) => (fixedAt ? toDay(fixedAt) : Number.POSITIVE_INFINITY)),
    end,
  };
}

export function countEventsBefore(times: Float64Array, day: number): number {
  return lowerBound(times, (time) => time < day);
}
