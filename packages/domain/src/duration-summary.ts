import { z } from 'zod';

/** A quantile of durations in hours, with a 95 % interval. Each of the three values is null if it cannot be determined. */
export const DurationQuantile = z.object({
  value: z.number().nonnegative().nullable(),
  low: z.number().nonnegative().nullable(),
  high: z.number().nonnegative().nullable(),
});
export type DurationQuantile = z.infer<typeof DurationQuantile>;

/**
 * The distribution of durations. It has no mean, because a few very long durations would dominate the mean (Davidovič
 * and others, "Incident Metrics in SRE", 2021; the VOID report, 2022).
 */
export const DurationSummary = z.object({
  /** The number of durations with a known end. */
  completed: z.number().int().nonnegative(),
  /** The number of durations that have not ended yet. They count as censored observations. */
  open: z.number().int().nonnegative(),
  /** The number of durations whose end is unknown. The quantiles ignore them. */
  unknown: z.number().int().nonnegative(),
  /** `kaplan_meier` if some durations are ongoing, otherwise `order` for order statistics. */
  method: z.enum(['order', 'kaplan_meier']),
  firstQuartile: DurationQuantile,
  median: DurationQuantile,
  thirdQuartile: DurationQuantile,
  ninetiethPercentile: DurationQuantile,
  /**
   * The number of ended durations by length, in bins of hours. Each bin is about three times as wide as the previous;
   * the last has no upper end.
   */
  histogram: z.array(
    z.object({ from: z.number().nonnegative(), until: z.number().nullable(), count: z.number().int().nonnegative() }),
  ),
});
export type DurationSummary = z.infer<typeof DurationSummary>;
