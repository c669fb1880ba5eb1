import { z } from 'zod';

/** A quantile of the durations in hours, with a 95 % interval; null if it is unknown. */
export const DurationQuantile = z.object({
  value: z.number().nonnegative().nullable(),
  low: z.number().nonnegative().nullable(),
  high: z.number().nonnegative().nullable(),
});
export type DurationQuantile = z.infer<typeof DurationQuantile>;

/**
 * The distribution of durations. There is no mean, because a few very long durations dominate it (Davidovič and others,
 * "Incident Metrics in SRE", 2021; the VOID report, 2022).
 */
export const DurationSummary = z.object({
  /** Durations with a known end. */
  ended: z.number().int().nonnegative(),
  /** Ongoing durations: they count as at least as long as they have lasted so far. */
  open: z.number().int().nonnegative(),
  /** Durations whose end is unknown: they are left out. */
  unknown: z.number().int().nonnegative(),
  /** `kaplan_meier` if some durations are open, otherwise the order statistics. */
  method: z.enum(['order', 'kaplan_meier']),
  firstQuartile: DurationQuantile,
  median: DurationQuantile,
  thirdQuartile: DurationQuantile,
  ninetiethPercentile: DurationQuantile,
  /**
   * Ended durations in hours; each bin is about three times as wide as the previous one. The last bin has no upper end.
   */
  histogram: z.array(
    z.object({ from: z.number().nonnegative(), until: z.number().nullable(), count: z.number().int().nonnegative() }),
  ),
});
export type DurationSummary = z.infer<typeof DurationSummary>;
