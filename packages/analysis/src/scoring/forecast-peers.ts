import { countBefore, type EventTimes } from '../metrics/forecast/recurrence-series.ts';
import { expectMonth, type SmoothedCounts, smoothCounts } from './holt-winters.ts';

/** The chance of at least one event of a series in the days after an origin, from what came before it. */
export type ForecastPeer = (series: number, day: number, days: number) => number;

/** A month of the smoothing: a twelfth of a year, so that seasons keep their place. */
const monthInDays = 365.25 / 12;
const fewestMonths = 4;

/**
 * The plain Poisson rate: a series' events so far by the days since the period began. Every series that is forecast has had
 * an event, so that no prior is needed. (By the days since its first event it does worse on every file that was tried.)
 */
export function createPlainRate({ times }: EventTimes): ForecastPeer {
  return (series, day, days) => {
    const count = countBefore(times[series] ?? new Float64Array(), day);
    return -Math.expm1((-count / Math.max(day, 1)) * days);
  };
}

/**
 * Seasonal Holt–Winters over the complete months since a series' first event, at least half an event over all of them per
 * month; the chance of at least one from the expected count by Poisson. Before its fourth month it is the plain rate.
 */
export function createHoltWinters(events: EventTimes): ForecastPeer {
  const plain = createPlainRate(events);
  const smoothed = new Map<number, { month: number; counts: SmoothedCounts | null }>();
  return (series, day, days) => {
    const times = events.times[series] ?? new Float64Array();
    const month = Math.floor(day / monthInDays);
    const first = Math.floor((times[0] ?? 0) / monthInDays);
    let known = smoothed.get(series);
    if (known?.month !== month) {
      const isLongEnough = month - first >= fewestMonths;
      known = { month, counts: isLongEnough ? smoothCounts(countMonths(times, first, month)) : null };
      smoothed.set(series, known);
    }
    if (known.counts === null) return plain(series, day, days);
    let expected = 0;
    for (let from = day; from < day + days; ) {
      const next = Math.floor(from / monthInDays + 1e-9);
      const until = Math.min((next + 1) * monthInDays, day + days);
      const count = Math.max(expectMonth(known.counts, next - month + 1), 0.5 / known.counts.months);
      expected += (count * (until - from)) / monthInDays;
      from = until;
    }
    return -Math.expm1(-expected);
  };
}

function countMonths(times: Float64Array, first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, nth) => {
    const from = (first + nth) * monthInDays;
    return countBefore(times, from + monthInDays) - countBefore(times, from);
  });
}
