import { dayInMs } from '@refrain/domain';
import type { CountRegressionPrior } from '../../stats/count-regression.ts';
import type { RatePrior } from './rate-prior.ts';
import { rateHalfLivesInDays, type SeriesState } from './series-state.ts';

/**
 * Prior mean and standard deviation of the coefficient of each feature that may change a rate. They were learnt from
 * 30-day forecasts of duplicate issues per product, and of reverts in four repositories.
 */
const coefficientPriors = {
  constant: [0, 0.4],
  // Logarithm of the rate over this half-life (in days) divided by the rate over the next longer half-life.
  decayed540: [0.6, 0.4],
  decayed180: [0.8, 0.4],
  decayed60: [0.2, 0.4],
  decayed20: [0.3, 0.4],
  // Logarithm of the number of weeks with events divided by the number of events.
  bursts: [0.3, 0.4],
  silence: [0, 0.4],
  sine: [0, 0.2],
  cosine: [0, 0.2],
} as const;

const names = Object.keys(coefficientPriors);
export const seriesFeatureCount = names.length;
export const seasonFeatureIndexes = [names.indexOf('sine'), names.indexOf('cosine')] as const;

/** A weak prior of the count regression. It assumes that counts vary less for patterns with more events. */
export const countRegressionPrior: CountRegressionPrior = {
  means: Object.values(coefficientPriors).map(([mean]) => mean),
  deviations: Object.values(coefficientPriors).map(([, deviation]) => deviation),
  shapeMeans: [0.3, 0.5],
  shapeDeviations: [1, 0.5],
};

const yearInDays = 365.2425;

export interface SeriesObservationPeriod {
  readonly days: number;
  /** Start of the period, in ms since 1970. */
  readonly begin: number;
}

/** Returns the events per day: the mean of the gamma–Poisson posterior from the series' count and the shared prior. */
export function estimateSeriesRate(count: number, days: number, { shape, mean }: RatePrior): number {
  return (count + shape) / (days + shape / mean);
}

/** Writes features into a row. Returns the log rate per day before regression, and `crowd`, a variance predictor. */
export function writeSeriesFeatures(
  row: Float64Array,
  state: SeriesState,
  at: number,
  prior: RatePrior,
  { days, begin }: SeriesObservationPeriod,
): { readonly logRate: number; readonly crowd: number } {
  const count = state.counts[at] ?? 0;
  const rate = estimateSeriesRate(count, days, prior);
  row[0] = 1;
  let longer = rate;
  rateHalfLivesInDays.forEach((halfLife, nth) => {
    const decay = Math.LN2 / halfLife;
    const seen = -Math.expm1(-decay * days) / decay;
    // Adds one event at the rate over the longer half-life, to stabilise the estimate if there are few events.
    const shorter = ((state.decayed[nth]?.[at] ?? 0) + 1) / (seen + 1 / longer);
    row[1 + nth] = Math.log(shorter / longer);
    longer = shorter;
  });
  const next = 1 + rateHalfLivesInDays.length;
  row[next] = Math.log(Math.max(state.weeks[at] ?? 0, 1) / Math.max(count, 1));
  row[next + 1] = Math.log1p(rate * (state.day - (state.last[at] ?? 0)));
  // The season gains weight in the second year, since one year cannot distinguish a season from a change of the rate.
  const known = Math.min(Math.max(state.day / yearInDays - 1, 0), 1);
  const angle = (2 * Math.PI * (begin / dayInMs + state.day)) / yearInDays;
  row[next + 2] = known * Math.sin(angle);
  row[next + 3] = known * Math.cos(angle);
  return { logRate: Math.log(rate), crowd: Math.log1p(state.decayed[0]?.[at] ?? 0) };
}
