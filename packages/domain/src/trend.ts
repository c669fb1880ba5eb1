import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * The direction of a rate. `steady`: a change by half or more is ruled out. `no_clear_change`: the data fit a constant
 * rate and others too. `too_few`: no outcome of so few episodes in so little time would be significant.
 */
export const TrendDirection = z.enum(['rising', 'falling', 'steady', 'no_clear_change', 'too_few']);
export type TrendDirection = z.infer<typeof TrendDirection>;

/** Episodes per unit of exposure, with a 95 % interval. */
export const TrendRate = z.object({
  episodes: z.number().int().nonnegative(),
  /** In weeks of seven days or hundreds of changes; above 0. */
  exposure: z.number().positive(),
  value: z.number().nonnegative(),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
});
export type TrendRate = z.infer<typeof TrendRate>;

/** The recent window compared with the time before it. */
export const RateComparison = z.object({
  before: TrendRate,
  recent: TrendRate,
  /** The recent rate divided by the earlier one, with a 95 % interval; null stands for an unbounded end. */
  ratio: z.object({
    value: z.number().nonnegative().nullable(),
    low: z.number().nonnegative(),
    high: z.number().nonnegative().nullable(),
  }),
  /** The p-value of the difference; null if no outcome of so few episodes could be significant. */
  p: z.number().min(0).max(1).nullable(),
});
export type RateComparison = z.infer<typeof RateComparison>;

/** The test of a constant rate. */
export const TrendTest = z.object({
  /** The p-value of the test. */
  p: z.number().min(0).max(1),
  /** `p` adjusted by Benjamini and Hochberg over all simultaneous tests. */
  q: z.number().min(0).max(1),
});
export type TrendTest = z.infer<typeof TrendTest>;

export const TrendMeasure = z.object({
  /** Over the whole observed time. */
  overall: TrendRate,
  /** Null if the time or the exposure is too short for two windows. */
  comparison: RateComparison.nullable(),
  /**
   * Per week: the comparison and the change point search combined; per changes: the comparison. Null if no outcome
   * could be significant.
   */
  test: TrendTest.nullable(),
  direction: TrendDirection,
});
export type TrendMeasure = z.infer<typeof TrendMeasure>;

/**
 * A moment at which the rate changed permanently. The rates are per week, between this and the neighbouring change
 * points.
 */
export const ChangePoint = z.object({
  at: Instant,
  /** The 95 % interval of the moment, if the rate changed once between the neighbouring change points. */
  earliest: Instant,
  latest: Instant,
  before: TrendRate,
  after: TrendRate,
  /** The p-value of a change anywhere between the neighbouring change points. */
  p: z.number().min(0).max(1),
});
export type ChangePoint = z.infer<typeof ChangePoint>;

export const TrendWeek = z.object({
  /** An ISO 8601 week in UTC: `2026-W03`. */
  week: z.string().regex(/^\d{4}-W\d{2}$/u),
  /** The number of observed days, in (0, 7]. */
  days: z.number().positive().max(7),
  episodes: z.number().int().nonnegative(),
  /** Null if the number of changes is unknown. */
  changes: z.number().int().nonnegative().nullable(),
});
export type TrendWeek = z.infer<typeof TrendWeek>;

export const TrendScope = z.enum(['pattern', 'service', 'organisation']);
export type TrendScope = z.infer<typeof TrendScope>;

/** The rate of episodes and its trend. */
export const Trend = z.object({
  scope: TrendScope,
  /** The id of the pattern or the name of the service; empty for the organisation. */
  id: z.string(),
  /** Since when it could have happened: the beginning of the period, or of the first change to a new service. */
  observedFrom: Instant,
  until: Instant,
  /** The beginning of the recent window; null if the time is too short for one. */
  recentFrom: Instant.nullable(),
  weeks: z.array(TrendWeek),
  perWeek: TrendMeasure,
  /** Null if the number of changes is unknown. */
  per100Changes: TrendMeasure.nullable(),
  /** Change points of the weekly rate, earliest first; empty if the test is not significant. */
  changePoints: z.array(ChangePoint),
  /**
   * The estimated ratio of variance to mean of the counts, at least 1. If it is higher, episodes come in bursts and are
   * less informative.
   */
  dispersion: z.number().min(1),
});
export type Trend = z.infer<typeof Trend>;

/** The trends of one period. Each of the three scopes is a separate family for the false discovery rate. */
export const Trends = z.object({
  period: z.object({ from: Instant, until: Instant }),
  /** The upper limit of `p` for a rising or falling trend; the next field limits `q`. */
  significance: z.number(),
  /** The average share of false ones among them is at most this. */
  falseDiscoveryRate: z.number(),
  organisation: Trend,
  /** Sorted by name. */
  services: z.array(Trend),
  /** Sorted by id. */
  patterns: z.array(Trend),
});
export type Trends = z.infer<typeof Trends>;
