import { z } from 'zod';
import { Instant } from './instant.ts';

/** What is looked for in a chart. `beyond_limits`: a point outside; `run`: many points in a row on one side of the centre. */
export const ControlRule = z.enum(['beyond_limits', 'run']);
export type ControlRule = z.infer<typeof ControlRule>;

export const ControlPoint = z.object({
  /** `2026-W03` */
  week: z.string(),
  from: Instant,
  until: Instant,
  episodes: z.number().int().nonnegative(),
  /** In units of the chart; 0 where nothing could fail, and then the other values are null. */
  exposure: z.number().nonnegative(),
  value: z.number().nonnegative().nullable(),
  /** A value below it is a signal. */
  low: z.number().nonnegative().nullable(),
  /** A value above it is one. */
  high: z.number().nonnegative().nullable(),
});
export type ControlPoint = z.infer<typeof ControlPoint>;

export const ControlSignal = z.object({
  rule: ControlRule,
  side: z.enum(['above', 'below']),
  /** The first and the last week of it. */
  fromWeek: z.string(),
  toWeek: z.string(),
});
export type ControlSignal = z.infer<typeof ControlSignal>;

/** A u chart: episodes by exposure, week by week, and what one constant rate would let them be. */
export const ControlChart = z.object({
  unit: z.enum(['100_changes', 'week']),
  /** `u`: a Poisson process; `u_prime`: Laney's, whose limits are wider since the counts vary more than that. */
  kind: z.enum(['u', 'u_prime']),
  /** Episodes by exposure over all weeks; null where there was no exposure. */
  centre: z.number().nonnegative().nullable(),
  /** Laney's sigma z, by which the limits are wider; 1 for a `u` chart. */
  widening: z.number().min(1),
  points: z.array(ControlPoint),
  /** By time. */
  signals: z.array(ControlSignal),
  /** So many points in a row on one side are a run. */
  runLength: z.number().int(),
  /** Chance that a chart like this one shows a signal at all, of each rule, where the rate is constant at its centre. */
  falseAlarmProbability: z.object({ beyond_limits: z.number(), run: z.number() }),
});
export type ControlChart = z.infer<typeof ControlChart>;
