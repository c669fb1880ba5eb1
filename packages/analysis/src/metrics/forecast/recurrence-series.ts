import { dayInMs, type Instant, type ObservedPeriod } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { lowerBound } from '../../collections/lower-bound.ts';

/** What may recur: a pattern, a service, a component. */
export interface RecurrenceSeries {
  readonly id: string;
  /** When each of its episodes began, in any order. */
  readonly at: readonly Instant[];
  /** Since when it could have been seen, where that is later than the period begins. */
  readonly watchedFrom?: Instant;
  /** When a fix for it was deployed, of several the last; null or absent without one. */
  readonly fixedAt?: Instant | null;
}

/** Series as columns, by id; times in days since the period began. */
export interface EventTimes {
  readonly ids: readonly string[];
  /** Of each series its events within the period, ascending. */
  readonly times: readonly Float64Array[];
  readonly watchedFrom: Float64Array;
  /** Infinite without a fix. */
  readonly fixedAt: Float64Array;
  /** Length of the period. */
  readonly end: number;
}

/** Whatever the order of the input, the same columns. Events outside the period are left out. */
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

/** How many of ascending times are before a day. */
export function countBefore(times: Float64Array, day: number): number {
  return lowerBound(times, (time) => time < day);
}
