import { dayInMs } from '@refrain/domain';
import type { CountPrior } from '../../stats/count-regression.ts';
import type { RatePrior } from './rate-prior.ts';
import { halfLives, type SeriesState } from './series-state.ts';

/**
 * The features that may change a rate, each with a prior mean and standard deviation of its coefficient. The means were
 * learnt for 30 days on five histories that are not incidents of a status page, rounded to one digit: duplicates in a
 * tracker by product, and reverts in four repositories by folder or class. The constant and silence depend on how
 * series begin, so their means stay at 0, which is "no change".
 */
const coefficientPriors = {
  constant: [0, 0.4],
  // The log ratio of the rate over a half-life to that over the next longer one; a coefficient of 1 would ignore the
  // longer one.
  decayed540: [0.6, 0.4],
  decayed180: [0.8, 0.4],
  decayed60: [0.2, 0.4],
  decayed20: [0.3, 0.4],
  // Weeks with events relative to events; a coefficient of 1 would count a burst once.
  bursts: [0.3, 0.4],
  silence: [0, 0.4],
  sine: [0, 0.2],
  cosine: [0, 0.2],
} as const;

const names = Object.keys(coefficientPriors);
/** The number of features per row. */
export const width = names.length;
/** The indexes of the seasonal features. */
export const seasonAt = [names.indexOf('sine'), names.indexOf('cosine')] as const;

/** The prior of the count regression. Counts of better-known patterns scatter less. The prior is weak on purpose. */
export const countPrior: CountPrior = {
  means: Object.values(coefficientPriors).map(([mean]) => mean),
  deviations: Object.values(coefficientPriors).map(([, deviation]) => deviation),
  shapeMeans: [0.3, 0.5],
  shapeDeviations: [1, 0.5],
};

const yearInDays = 365.2425;

/** A series and how long it was observed by the state's day. */
export interface ObservedSeries {
  readonly days: number;
  /** The first day of the period, in ms since 1970. */
  readonly begin: number;
}

/**
 * Returns the events per day by the series' own count and the shared prior: the mean of the gamma–Poisson posterior.
 */
export function ownRate(count: number, days: number, { shape, mean }: RatePrior): number {
  return (count + shape) / (days + shape / mean);
}

/**
 * Writes the features of one series into a row.
 * @returns the logarithm of its unadjusted rate per day, and log(1 + events) over the longest half-life, which
 * determines the scatter of its counts
 */
export function writeFeatures(
  row: Float64Array,
  state: SeriesState,
  at: number,
  prior: RatePrior,
  { days, begin }: ObservedSeries,
): { readonly logRate: number; readonly crowd: number } {
  const count = state.counts[at] ?? 0;
  const rate = ownRate(count, days, prior);
  row[0] = 1;
  let longer = rate;
  halfLives.forEach((halfLife, nth) => {
    const decay = Math.LN2 / halfLife;
    const seen = -Math.expm1(-decay * days) / decay;
    // One event's worth of the longer rate stabilises the shorter one with sparse data.
    const shorter = ((state.decayed[nth]?.[at] ?? 0) + 1) / (seen + 1 / longer);
    row[1 + nth] = Math.log(shorter / longer);
    longer = shorter;
  });
  const next = 1 + halfLives.length;
  row[next] = Math.log(Math.max(state.weeks[at] ?? 0, 1) / Math.max(count, 1));
  row[next + 1] = Math.log1p(rate * (state.day - (state.last[at] ?? 0)));
  // One year cannot separate a season from a change, so the season is blended in over the second year.
  const known = Math.min(Math.max(state.day / yearInDays - 1, 0), 1);
  const angle = (2 * Math.PI * (begin / dayInMs + state.day)) / yearInDays;
  row[next + 2] = known * Math.sin(angle);
  row[next + 3] = known * Math.cos(angle);
  return { logRate: Math.log(rate), crowd: Math.log1p(state.decayed[0]?.[at] ?? 0) };
}
