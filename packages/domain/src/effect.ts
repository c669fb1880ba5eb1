import { z } from 'zod';
import { Instant } from './instant.ts';
import { TrendRate } from './trend.ts';

/**
 * Whether a fix held. `held`: the rate is lower now. `came_back`: there are more episodes than a fix that prevents three of four
 * would leave, and no fewer than before. `not_distinguishable`: the watch is over and neither could be told. `too_early`: it goes on.
 */
export const EffectVerdict = z.enum(['held', 'came_back', 'not_distinguishable', 'too_early']);
export type EffectVerdict = z.infer<typeof EffectVerdict>;

/** Before the fix and since, by one kind of exposure. */
export const EffectMeasure = z.object({
  before: TrendRate,
  /** The rate that it would be expected to go on with had nothing changed, in the unit of `before`: what all patterns tell is in it. */
  expectedRate: z.number().nonnegative(),
  /** Episodes since the fix that were to be expected had nothing changed. */
  expected: z.number().nonnegative(),
  /** Null where there was no exposure since. */
  after: TrendRate.nullable(),
  /** The rate since by the one that it would have gone on with, with a 95 % interval; null where there was no exposure since. */
  ratio: z
    .object({ value: z.number().nonnegative(), low: z.number().nonnegative(), high: z.number().nonnegative() })
    .nullable(),
});
export type EffectMeasure = z.infer<typeof EffectMeasure>;

/** What became of a pattern after its fix. Figures are of all that is known by `until`; the verdict, once made, stays. */
export const Effect = z.object({
  patternId: z.string(),
  fixedAt: Instant,
  until: Instant,
  verdict: EffectVerdict,
  /** The look at which it was made; null while it is too early. */
  decidedAt: Instant.nullable(),
  /** The last look at the latest. */
  monitoringEndsAt: Instant,
  /** So many more without an episode would show that it held; null where that is decided, or can no longer be shown. */
  weeksNeeded: z.number().int().positive().nullable(),
  perWeek: EffectMeasure,
  /** Null where too few changes are known to tell. */
  per100Changes: EffectMeasure.nullable(),
  /** The verdict with what it rests on, in plain sentences. */
  says: z.array(z.string().min(1)).min(1),
});
export type Effect = z.infer<typeof Effect>;
