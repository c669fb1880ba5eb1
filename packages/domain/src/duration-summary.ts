import { z } from 'zod';

/** A duration that so large a part of them does not exceed, in hours, with a 95 % interval; null where it is not known. */
export const DurationQuantile = z.object({
  value: z.number().nonnegative().nullable(),
  low: z.number().nonnegative().nullable(),
  high: z.number().nonnegative().nullable(),
});
export type DurationQuantile = z.infer<typeof DurationQuantile>;

/**
 * How long it takes. There is no mean: a few very long ones make it, and it says nothing of any of them (Davidovič and
 * others, "Incident Metrics in SRE", 2021; the VOID report, 2022).
 */
export const DurationSummary = z.object({
  /** Those whose end is known. */
  ended: z.number().int().nonnegative(),
  /** Those that go on: they count as at least as long as they have been. */
  open: z.number().int().nonnegative(),
  /** Those of which nothing tells whether they ended: they are left out. */
  unknown: z.number().int().nonnegative(),
  /** By Kaplan and Meier where some are open, else by the order of the durations. */
  method: z.enum(['order', 'kaplan_meier']),
  firstQuartile: DurationQuantile,
  median: DurationQuantile,
  thirdQuartile: DurationQuantile,
  ninetiethPercentile: DurationQuantile,
  /** Ended ones by length, in hours; each bin about three times as wide as the one before. The last has no upper end. */
  histogram: z.array(
    z.object({ from: z.number().nonnegative(), until: z.number().nullable(), count: z.number().int().nonnegative() }),
  ),
});
export type DurationSummary = z.infer<typeof DurationSummary>;
