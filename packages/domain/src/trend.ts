import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * What can be said of a rate. `steady` is a finding: a change by half or more is ruled out. `no_clear_change` is none: the
 * data fit a constant rate and others too. `too_few`: no outcome of so few episodes in so little time would tell.
 */
export const TrendDirection = z.enum(['rising', 'falling', 'steady', 'no_clear_change', 'too_few']);
export type TrendDirection = z.infer<typeof TrendDirection>;

/** Episodes per unit of exposure, with a 95 % interval. */
export const TrendRate = z.object({
  episodes: z.number().int().nonnegative(),
  /** In weeks of seven days, or in hundreds of changes; above 0. */
  exposure: z.number().positive(),
  value: z.number().nonnegative(),
  low: z.number().nonnegative(),
  high: z.number().nonnegative(),
});
export type TrendRate = z.infer<typeof TrendRate>;

/** The recent window against the time before it. */
export const RateComparison = z.object({
  before: TrendRate,
  recent: TrendRate,
  /** Recent by before, with a 95 % interval; null stands for an unbounded end. */
  ratio: z.object({
    value: z.number().nonnegative().nullable(),
    low: z.number().nonnegative(),
    high: z.number().nonnegative().nullable(),
  }),
  /** Chance of so large a difference where there is none; null where so few episodes could not tell, however they fell. */
  p: z.number().min(0).max(1).nullable(),
});
export type RateComparison = z.infer<typeof RateComparison>;

/** Whether a rate is constant. */
export const TrendTest = z.object({
  /** Chance of data that speak so clearly against it where it is. */
  p: z.number().min(0).max(1),
  /** `p` after Benjamini and Hochberg, over all that were tested with it. */
  q: z.number().min(0).max(1),
});
export type TrendTest = z.infer<typeof TrendTest>;

export const TrendMeasure = z.object({
  /** Over all of the time that was observed. */
  overall: TrendRate,
  /** Null where the time or the exposure does not give two windows. */
  comparison: RateComparison.nullable(),
  /** By week of the comparison and the search for a change together, by changes of the comparison. Null where nothing could tell. */
  test: TrendTest.nullable(),
  direction: TrendDirection,
});
export type TrendMeasure = z.infer<typeof TrendMeasure>;

/** A moment at which the rate changed for good; rates are per week, of the stretches between two change points. */
export const ChangePoint = z.object({
  at: Instant,
  /** The moment is in here with a chance of 95 %, if the rate changed once in the stretch. */
  earliest: Instant,
  latest: Instant,
  before: TrendRate,
  after: TrendRate,
  /** Chance of so clear a change anywhere in the stretch around it, where the rate is constant. */
  p: z.number().min(0).max(1),
});
export type ChangePoint = z.infer<typeof ChangePoint>;

export const TrendWeek = z.object({
  /** ISO 8601 week in UTC: `2026-W03`. */
  week: z.string().regex(/^\d{4}-W\d{2}$/u),
  /** Days of it that were observed, in (0, 7]. */
  days: z.number().positive().max(7),
  episodes: z.number().int().nonnegative(),
  /** Null where it is not known how much was changed. */
  changes: z.number().int().nonnegative().nullable(),
});
export type TrendWeek = z.infer<typeof TrendWeek>;

export const TrendScope = z.enum(['pattern', 'service', 'organisation']);
export type TrendScope = z.infer<typeof TrendScope>;

/** How often something happens, and whether that changes. It counts episodes. */
export const Trend = z.object({
  scope: TrendScope,
  /** Id of the pattern, name of the service; empty for the organisation. */
  id: z.string(),
  /** Since when it could have happened: the beginning of the period, or of the first change to what is new. */
  observedFrom: Instant,
  until: Instant,
  /** Where the recent window begins; null where there is too little time for one. */
  recentFrom: Instant.nullable(),
  weeks: z.array(TrendWeek),
  perWeek: TrendMeasure,
  /** Null where it is not known how much was changed. */
  per100Changes: TrendMeasure.nullable(),
  /** Of the rate per week, earliest first; none where its test is not significant. */
  changePoints: z.array(ChangePoint),
  /** Variance of the counts by their mean as it is likely to be, at least 1: above it episodes come in bursts and tell less. */
  dispersion: z.number().min(1),
});
export type Trend = z.infer<typeof Trend>;

/** Trends of one period. Each of the three scopes is a family of its own for the false discovery rate. */
export const Trends = z.object({
  period: z.object({ from: Instant, until: Instant }),
  /** What is called rising or falling has a `p` up to this, and a `q` up to the next. */
  significance: z.number(),
  /** The share of false ones among them is at most so high on average. */
  falseDiscoveryRate: z.number(),
  organisation: Trend,
  /** By name. */
  services: z.array(Trend),
  /** By id. */
  patterns: z.array(Trend),
});
export type Trends = z.infer<typeof Trends>;
