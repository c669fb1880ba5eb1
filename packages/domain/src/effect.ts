import { z } from 'zod';
import { Instant } from './instant.ts';
import { TrendRate } from './trend.ts';

/**
 * Whether a fix worked. `held`: the rate is lower now. `came_back`: there are more episodes than after a fix that
 * prevents three of four, and no fewer than before. `not_distinguishable`: monitoring ended without a clear result.
 * `too_early`: monitoring continues.
 */
export const EffectVerdict = z.enum(['held', 'came_back', 'not_distinguishable', 'too_early']);
export type EffectVerdict = z.infer<typeof EffectVerdict>;

/** The rates before and after the fix, for one kind of exposure. */
export const EffectMeasure = z.object({
  before: TrendRate,
  /**
   * The rate that would be expected without the fix, in the unit of `before`; the trend of all patterns is considered.
   */
  expectedRate: z.number().nonnegative(),
  /** The number of episodes since the fix that would be expected without it. */
  expected: z.number().nonnegative(),
  /** Null without exposure since the fix. */
  after: TrendRate.nullable(),
  /** The rate since the fix divided by the expected rate, with a 95 % interval; null without exposure since the fix. */
  ratio: z
    .object({ value: z.number().nonnegative(), low: z.number().nonnegative(), high: z.number().nonnegative() })
    .nullable(),
});
export type EffectMeasure = z.infer<typeof EffectMeasure>;

/**
 * The development of a pattern after its fix. Figures include everything known by `until`; a verdict, once reached,
 * stays.
 */
export const Effect = z.object({
  patternId: z.string(),
  fixedAt: Instant,
  until: Instant,
  verdict: EffectVerdict,
  /** The time of the verdict; null while it is too early. */
  decidedAt: Instant.nullable(),
  /** The time of the last check. */
  monitoringEndsAt: Instant,
  /**
   * The weeks without an episode that would show that the fix held; null if it is decided or can no longer be shown.
   */
  weeksNeeded: z.number().int().positive().nullable(),
  perWeek: EffectMeasure,
  /** Null if too few changes are known. */
  per100Changes: EffectMeasure.nullable(),
  /** The verdict and its reasons in plain sentences. */
  says: z.array(z.string().min(1)).min(1),
});
export type Effect = z.infer<typeof Effect>;
