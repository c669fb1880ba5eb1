import { countEventsBefore, type SeriesEventTimes } from '@refrain/analysis/evaluation';
import { forecastMonthlyCount, type SmoothedCounts, smoothCounts } from './holt-winters.ts';

/** Returns the probability of at least one event in the `days` days after `day`. Uses only the events before `day`. */
export type BaselineForecaster = (series: number, day: number, days: number) => number;

/** Length of a month in days: a twelfth of a year, so that the same month of different years has the same season. */
const monthInDays = 365.25 / 12;
const fewestMonths = 4;

/**
 * Creates a baseline with the plain Poisson rate: events so far divided by days since the beginning of the history. It needs no prior,
 * because every forecast series has an event. Dividing by days since the first event gave worse forecasts for every file.
 */
export function createPlainRateForecaster({ times }: SeriesEventTimes): BaselineForecaster {
  return (series, day, days) => {
    const count = countEventsBefore(times[series] ?? new Float64Array(), day);
    return -Math.expm1((-count / Math.max(day, 1)) * days);
  };
}

/**
 * Creates a baseline that forecasts each series by seasonal Holt–Winters from the counts of complete months since the first event. Assumes
 * that counts are Poisson-distributed. The expected count of a month is at least 0.5 divided by the number of complete months. With fewer
 * than four complete months, uses the plain rate.
 */
export function createHoltWintersForecaster(events: SeriesEventTimes): BaselineForecaster {
  const plain = createPlainRateForecaster(events);
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
      const count = Math.max(forecastMonthlyCount(known.counts, next - month + 1), 0.5 / known.counts.months);
      expected += (count * (until - from)) / monthInDays;
      from = until;
    }
    return -Math.expm1(-expected);
  };
}

function countMonths(times: Float64Array, first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, nth) => {
    const from = (first + nth) * monthInDays;
    return countEventsBefore(times, from + monthInDays) - countEventsBefore(times, from);
  });
}
