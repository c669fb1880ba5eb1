import { dayInMs } from '@refrain/domain';
import type { CountPrior } from '../../stats/count-regression.ts';
import type { RatePrior } from './rate-prior.ts';
import { halfLives, type SeriesState } from './series-state.ts';

/**
 * What may change a rate, each with what is believed of its coefficient before the organisation's own history speaks, as
 * mean and standard deviation. The means are those of what was learnt for 30 days on five histories that are no incidents of
 * a status page, to one digit: the duplicates of a tracker by product, and the reverts of four repositories by folder or
 * class. The constant and silence, which depend on how series begin, are left at 0, which is "no change".
 */
const believed = {
  constant: [0, 0.4],
  // By how much the rate over a half-life departs from the next longer one; 1 would forget the longer one.
  decayed540: [0.6, 0.4],
  decayed180: [0.8, 0.4],
  decayed60: [0.2, 0.4],
  decayed20: [0.3, 0.4],
  // Weeks with events in place of events: 1 would count a burst once.
  bursts: [0.3, 0.4],
  silence: [0, 0.4],
  sine: [0, 0.2],
  cosine: [0, 0.2],
} as const;

const names = Object.keys(believed);
/** How many features a row has. */
export const width = names.length;
/** Where a row holds the day of the year. */
export const seasonAt = [names.indexOf('sine'), names.indexOf('cosine')] as const;

/** How counts scatter around what is expected: a pattern of which much is known scatters less. Weak on purpose. */
export const countPrior: CountPrior = {
  means: Object.values(believed).map(([mean]) => mean),
  deviations: Object.values(believed).map(([, deviation]) => deviation),
  shapeMeans: [0.3, 0.5],
  shapeDeviations: [1, 0.5],
};

const yearInDays = 365.2425;

/** A series of which so many days were watched, at the state's moment. */
export interface ObservedSeries {
  readonly days: number;
  /** Where the year begins: the first day of the period, as milliseconds since 1970. */
  readonly begin: number;
}

/** Events a day by the series' own count and what all share: the gamma–Poisson posterior's mean. */
export function ownRate(count: number, days: number, { shape, mean }: RatePrior): number {
  return (count + shape) / (days + shape / mean);
}

/**
 * Writes what is known of one series into a row.
 * @returns the logarithm of its rate a day before any change is looked at, and the logarithm of 1 + its events over the
 * longest half-life, on which depends how much its counts scatter
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
    // One event's worth of the longer rate holds the shorter one where there is little to go by.
    const shorter = ((state.decayed[nth]?.[at] ?? 0) + 1) / (seen + 1 / longer);
    row[1 + nth] = Math.log(shorter / longer);
    longer = shorter;
  });
  const next = 1 + halfLives.length;
  row[next] = Math.log(Math.max(state.weeks[at] ?? 0, 1) / Math.max(count, 1));
  row[next + 1] = Math.log1p(rate * (state.day - (state.last[at] ?? 0)));
  // One year cannot tell a season from a change: it fades in over the second.
  const known = Math.min(Math.max(state.day / yearInDays - 1, 0), 1);
  const angle = (2 * Math.PI * (begin / dayInMs + state.day)) / yearInDays;
  row[next + 2] = known * Math.sin(angle);
  row[next + 3] = known * Math.cos(angle);
  return { logRate: Math.log(rate), crowd: Math.log1p(state.decayed[0]?.[at] ?? 0) };
}
