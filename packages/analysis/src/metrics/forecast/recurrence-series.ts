import { dayInMs, type Instant, type ObservedPeriod } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { lowerBound } from '../../collections/lower-bound.ts';

/** Anything that may recur: a pattern, a service, a component. */
export interface RecurrenceSeries {
  readonly id: string;
  /** When each of its episodes began, in any order. */
  readonly at: readonly Instant[];
  /** When it could first be seen, if later than the start of the period. */
  readonly watchedFrom?: Instant;
  /** When its latest fix was deployed; null or absent without a fix. */
  readonly fixedAt?: Instant | null;
}

/** Series as columns, by id; times in days since the start of the period. */
export interface EventTimes {
  readonly ids: readonly string[];
  /** For each series, its events within the period, ascending. */
  readonly times: readonly Float64Array[];
  readonly watchedFrom: Float64Array;
  /** Infinite without a fix. */
  readonly fixedAt: Float64Array;
  /** Length of the period in days. */
  readonly end: number;
}

/** Converts series to columns, sorted by id. Events outside the period are left out. */
export function toEventTimes(series: readonly RecurrenceSeries[], { from, until }: ObservedPeriod): EventTimes {
  const begin = Date.parse(from);
  const toDay = (instant: Instant) => (Date.parse(instant) - begin) / dayInMs;
  const end = toDay(until);
  const sorted = [...series].sort((a, b) => compare(a.id, b.id));
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

/** Counts the times before a day; `times` is ascending. */
export function countBefore(times: Float64Array, day: number): number {
  return lowerBound(times, (time) => time < day);
}
