import { z } from 'zod';
import { Instant } from './instant.ts';

/** The rule of a signal: a point outside the limits, or a run of consecutive points on one side of the centre line. */
export const ControlChartRule = z.enum(['beyond_limits', 'run']);
export type ControlChartRule = z.infer<typeof ControlChartRule>;

export const ControlChartPoint = z.object({
  /** The ISO 8601 week, such as `2026-W03`. */
  week: z.string(),
  from: Instant,
  until: Instant,
  episodes: z.number().int().nonnegative(),
  /** The week's exposure in weeks or hundreds of changes (see `unit`). At 0, `value`, `low` and `high` are null. */
  exposure: z.number().nonnegative(),
  value: z.number().nonnegative().nullable(),
  /** The lower control limit; a lower value is a signal. */
  low: z.number().nonnegative().nullable(),
  /** The upper control limit; a higher value is a signal. */
  high: z.number().nonnegative().nullable(),
});
export type ControlChartPoint = z.infer<typeof ControlChartPoint>;

export const ControlChartSignal = z.object({
  rule: ControlChartRule,
  side: z.enum(['above', 'below']),
  /** The first week of the signal. */
  fromWeek: z.string(),
  /** The last week of the signal. */
  toWeek: z.string(),
});
export type ControlChartSignal = z.infer<typeof ControlChartSignal>;

/** A u chart: each week's rate of episodes (per week or 100 changes), with the control limits of a constant rate. */
export const ControlChart = z.object({
  unit: z.enum(['100_changes', 'week']),
  /** `u` assumes Poisson counts. `u_prime` is Laney's chart, with wider limits for counts that vary more. */
  kind: z.enum(['u', 'u_prime']),
  /** The number of episodes divided by the exposure, over all weeks; null without exposure. */
  centre: z.number().nonnegative().nullable(),
  /** Laney's sigma z: the factor by which the limits are wider than those of a `u` chart. 1 for a `u` chart. */
  widening: z.number().min(1),
  points: z.array(ControlChartPoint),
  /** The signals of the chart, sorted by time. */
  signals: z.array(ControlChartSignal),
  /** The number of consecutive points on one side of the centre line that form a run. */
  runLength: z.number().int(),
  /** For each rule, the probability that a chart of this length shows a signal although the rate is constant. */
  falseAlarmProbability: z.object({ beyond_limits: z.number(), run: z.number() }),
});
export type ControlChart = z.infer<typeof ControlChart>;
