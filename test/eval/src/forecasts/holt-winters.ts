export interface SmoothedCounts {
  readonly level: number;
  readonly trend: number;
  /** Seasonal offsets by month of the year, starting with the calendar month of the first count; null for less than two years. */
  readonly seasons: readonly number[] | null;
  readonly months: number;
}

const monthsOfYear = 12;
const levels = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8];
const others = [0, 0.05, 0.1, 0.3];

/**
 * Smooths monthly counts exponentially with an additive trend (Holt, 1957; Winters, Management Science 6, 1960), as Netflix Dispatch
 * forecasts incidents. With at least two years of counts, also finds additive seasons of twelve months. Chooses the smoothing factors and
 * the initial trend that have the least squared error one month ahead. Needs at least two months.
 */
export function smoothCounts(counts: readonly number[]): SmoothedCounts {
  const isSeasonal = counts.length >= 2 * monthsOfYear;
  let best: SmoothedCounts | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const level of levels) {
    for (const trend of others) {
      for (const season of isSeasonal ? others : [0]) {
        for (const begin of [0, firstTrend(counts, isSeasonal)]) {
          const { smoothed, error } = smooth(counts, { level, trend, season }, begin, isSeasonal);
          if (error >= least) continue;
          [best, least] = [smoothed, error];
        }
      }
    }
  }
  return best ?? { level: counts[0] ?? 0, trend: 0, seasons: null, months: counts.length };
}

/** Returns the expected count `ahead` months after the last one; can be negative with a falling trend. */
export function forecastMonthlyCount({ level, trend, seasons, months }: SmoothedCounts, ahead: number): number {
  return level + ahead * trend + (seasons?.[(months + ahead - 1) % monthsOfYear] ?? 0);
}

function smooth(
  counts: readonly number[],
  factors: { readonly level: number; readonly trend: number; readonly season: number },
  begin: number,
  isSeasonal: boolean,
): { readonly smoothed: SmoothedCounts; readonly error: number } {
  const first = isSeasonal ? monthsOfYear : 1;
  // Start with the level at the end of the first year, and with the deviations of that year's months from a straight line.
  const middle = (first - 1) / 2;
  const average = mean(counts.slice(0, first));
  let level = average + begin * middle;
  let trend = begin;
  const seasons = isSeasonal
    ? counts.slice(0, first).map((count, month) => count - average - begin * (month - middle))
    : null;
  let error = 0;
  for (let month = first; month < counts.length; month++) {
    const count = counts[month] ?? 0;
    const season = seasons?.[month % monthsOfYear] ?? 0;
    error += (count - level - trend - season) ** 2;
    const next = factors.level * (count - season) + (1 - factors.level) * (level + trend);
    trend = factors.trend * (next - level) + (1 - factors.trend) * trend;
    level = next;
    if (seasons !== null)
      seasons[month % monthsOfYear] = factors.season * (count - next) + (1 - factors.season) * season;
  }
  return { smoothed: { level, trend, seasons, months: counts.length }, error };
}

function firstTrend(counts: readonly number[], isSeasonal: boolean): number {
  if (!isSeasonal) return ((counts.at(-1) ?? 0) - (counts[0] ?? 0)) / Math.max(counts.length - 1, 1);
  const [first, second] = [counts.slice(0, monthsOfYear), counts.slice(monthsOfYear, 2 * monthsOfYear)];
  return (mean(second) - mean(first)) / monthsOfYear;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
