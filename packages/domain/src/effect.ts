import { z } from 'zod';
import { Instant } from './instant.ts';
import { TrendRate } from './trend.ts';

/**
 * Whether a fix worked. `held`: the rate of episodes is lower. `came_back`: the rate is not lower, and too high for a fix
 * that prevents three of four episodes. `not_distinguishable`: monitoring ended without a clear result. `too_early`:
 * monitoring continues.
 */
export const EffectVerdict = z.enum(['held', 'came_back', 'not_distinguishable', 'too_early']);
export type EffectVerdict = z.infer<typeof EffectVerdict>;

/** The rates of episodes before and after a fix, per week or per 100 changes. */
export const EffectRates = z.object({
  before: TrendRate,
  /** The rate that would be expected without the fix, given the trend of all patterns; in the unit of `before`. */
  expectedRate: z.number().nonnegative(),
  /** The number of episodes that would be expected in the time since the fix if there had been no fix. */
  expected: z.number().nonnegative(),
  /** The rate after the fix; null if there was no exposure after the fix. */
  after: TrendRate.nullable(),
  /** The rate after the fix divided by the expected rate, with a 95 % interval; null without exposure after the fix. */
  ratio: z
    .object({ value: z.number().nonnegative(), low: z.number().nonnegative(), high: z.number().nonnegative() })
    .nullable(),
});
export type EffectRates = z.infer<typeof EffectRates>;

/** How a pattern developed after its fix, as known at `until`. A verdict never changes once it is reached. */
export const Effect = z.object({
  patternId: z.string(),
  fixedAt: Instant,
  until: Instant,
  verdict: EffectVerdict,
  /** When the verdict was reached; null while it is too early. */
  decidedAt: Instant.nullable(),
  /** When monitoring of the fix ends. */
  monitoringEndsAt: Instant,
  /**
   * The weeks without an episode that lead to the verdict `held`; null after a verdict, or if no number of weeks would.
   */
  weeksNeeded: z.number().int().positive().nullable(),
  perWeek: EffectRates,
  /** Rates per 100 changes; null if too few changes are known. */
  per100Changes: EffectRates.nullable(),
  /** The verdict and its reasons in plain sentences. */
  explanation: z.array(z.string().min(1)).min(1),
});
export type Effect = z.infer<typeof Effect>;
