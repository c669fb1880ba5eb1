import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * The direction of a rate. `steady`: a change by half or more is ruled out. `no_clear_change`: the rate may be constant or
 * not. `too_few`: with so few episodes, no change could be significant.
 */
export const TrendDirection = z.enum(['rising', 'falling', 'steady', 'no_clear_change', 'too_few']);
export type TrendDirection = z.infer<typeof TrendDirection>;

/** Episodes per unit of exposure, with a 95 % interval. */
export const TrendRate = z.object({
  episodes: z.number().int().nonnegative(),
  /** The exposure: the number of weeks or of hundreds of changes. */
  exposure: z.number().positive(),
  value: z.number().nonnegative(),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
});
export type TrendRate = z.infer<typeof TrendRate>;

/** The rate of the recent window, compared with the rate before it. */
export const RateComparison = z.object({
  before: TrendRate,
  recent: TrendRate,
  /**
   * The recent rate divided by the earlier rate, with a 95 % interval. `value` and `high` are null if they are unbounded.
   */
  ratio: z.object({
    value: z.number().nonnegative().nullable(),
    low: z.number().nonnegative(),
    high: z.number().nonnegative().nullable(),
  }),
  /** The p-value of the difference; null if the episodes are too few for any difference to be significant. */
  p: z.number().min(0).max(1).nullable(),
});
export type RateComparison = z.infer<typeof RateComparison>;

/** The result of a statistical test of whether a rate is constant. */
export const TrendSignificanceTest = z.object({
  /** The p-value of the test. */
  p: z.number().min(0).max(1),
  /** The p-value, adjusted for all simultaneous tests by Benjamini and Hochberg. */
  q: z.number().min(0).max(1),
});
export type TrendSignificanceTest = z.infer<typeof TrendSignificanceTest>;

export const TrendMeasure = z.object({
  /** The rate over the whole observed period. */
  overall: TrendRate,
  /** The recent rate compared with the earlier one; null if the observed period is too short for two windows. */
  comparison: RateComparison.nullable(),
  /**
   * The test of whether the rate is constant. For weekly rates, it also tests for change points. Null if no result
   * could be significant.
   */
  test: TrendSignificanceTest.nullable(),
  direction: TrendDirection,
});
export type TrendMeasure = z.infer<typeof TrendMeasure>;

/** A change of the weekly rate: from `before`, since the previous change point, to `after`, until the next one. */
export const ChangePoint = z.object({
  at: Instant,
  /** The start of the 95 % interval of the time `at`. */
  earliest: Instant,
  /** The end of the 95 % interval of the time `at`. */
  latest: Instant,
  before: TrendRate,
  after: TrendRate,
  /** The p-value of the difference between `before` and `after`. */
  p: z.number().min(0).max(1),
});
export type ChangePoint = z.infer<typeof ChangePoint>;

export const TrendWeek = z.object({
  /** The ISO 8601 week in UTC, such as `2026-W03`. */
  week: z.string().regex(/^\d{4}-W\d{2}$/u),
  /** The number of observed days in the week; fewer than 7 at either end of the period. */
  days: z.number().positive().max(7),
  episodes: z.number().int().nonnegative(),
  /** The number of changes; null if it is unknown. */
  changes: z.number().int().nonnegative().nullable(),
});

export const TrendScope = z.enum(['pattern', 'service', 'organisation']);
export type TrendScope = z.infer<typeof TrendScope>;

/** The rate of episodes and its trend. */
export const Trend = z.object({
  scope: TrendScope,
  /** The id of the pattern, or the name of the service; empty for the organisation. */
  id: z.string(),
  /** The start of the period in which episodes could occur. For a new service, this is its first change. */
  observedFrom: Instant,
  until: Instant,
  /** The start of the recent window; null if the observed period is too short for a recent window. */
  recentFrom: Instant.nullable(),
  weeks: z.array(TrendWeek),
  perWeek: TrendMeasure,
  /** The trend per 100 changes; null if the number of changes is unknown. */
  per100Changes: TrendMeasure.nullable(),
  /** The change points of the weekly rate, earliest first; empty if no change is significant. */
  changePoints: z.array(ChangePoint),
  /** The variance of the counts divided by their mean, at least 1. A higher value means that episodes come in bursts. */
  dispersion: z.number().min(1),
});
export type Trend = z.infer<typeof Trend>;

/** All trends of one period. The false discovery rate is controlled separately for patterns and services. */
export const Trends = z.object({
  period: z.object({ from: Instant, until: Instant }),
  /** The maximum p-value of a trend that is reported as rising or falling. */
  significance: z.number(),
  /** The maximum expected share of trends reported by mistake. A trend is reported if its `q` is at most this share. */
  falseDiscoveryRate: z.number(),
  organisation: Trend,
  /** Trends by service, sorted by name. */
  services: z.array(Trend),
  /** Trends by pattern, sorted by id. */
  patterns: z.array(Trend),
});
export type Trends = z.infer<typeof Trends>;
