import { z } from 'zod';
import { Instant } from './instant.ts';

/** Why there is no forecast. */
export const ForecastGap = z.enum([
  /** The history is too short to check forecasts of this length against. */
  'history_too_short',
  /** Checked against the history they are not shown to be better than saying the same of every pattern. */
  'no_skill',
  /** It was seen less than twice. */
  'too_few_episodes',
]);
export type ForecastGap = z.infer<typeof ForecastGap>;

/** What to expect within so many days. All four figures are null where `gap` says why. */
export const ForecastHorizon = z.object({
  days: z.number().int().positive(),
  /** Of at least one more episode, in (0, 1). */
  probability: z.number().min(0).max(1).nullable(),
  /** Mean number of episodes. */
  expected: z.number().nonnegative().nullable(),
  /** The number of episodes is from `low` to `high` with a chance as near to 90 % as whole numbers allow. */
  low: z.number().int().nonnegative().nullable(),
  high: z.number().int().nonnegative().nullable(),
  gap: ForecastGap.nullable(),
});
export type ForecastHorizon = z.infer<typeof ForecastHorizon>;

/** The numbers behind a forecast. */
export const ForecastBasis = z.object({
  /** Episodes counted, and the days over which they were. */
  episodes: z.number().int().nonnegative(),
  days: z.number().nonnegative(),
  /** Episodes in 30 days: its own count as it is, and what is usual among the patterns of this organisation. */
  ownRate: z.number().nonnegative(),
  usualRate: z.number().nonnegative(),
  /** In [0, 1]: how much of its rate is borrowed from the others, because its own history is short. */
  borrowed: z.number().min(0).max(1),
  /** By what its rate is multiplied for the next 30 days: how recent its episodes are, how they bunch, how all have changed, the season. */
  changed: z.number().positive().nullable(),
  /** The part of it that is due to the time of the year; null where less than a year is known. */
  season: z.number().positive().nullable(),
  /** Chance that its fix holds; null without one. */
  fixHolds: z.number().min(0).max(1).nullable(),
});
export type ForecastBasis = z.infer<typeof ForecastBasis>;

/** Whether a pattern is expected again. */
export const Forecast = z.object({
  asOf: Instant,
  horizons: z.array(ForecastHorizon),
  basis: ForecastBasis,
});
export type Forecast = z.infer<typeof Forecast>;

/** Forecasts of about the same chance, and how often something came. */
export const CalibrationBin = z.object({
  from: z.number(),
  to: z.number(),
  forecasts: z.number().int().positive(),
  meanProbability: z.number(),
  observedShare: z.number(),
});
export type CalibrationBin = z.infer<typeof CalibrationBin>;

/** How forecasts of one length would have done. */
export const BacktestHorizon = z.object({
  days: z.number().int().positive(),
  /** Forecasts that were checked: of each pattern at each origin. */
  forecasts: z.number().int().nonnegative(),
  /** Share of them after which at least one episode came. */
  observedShare: z.number().nullable(),
  /**
   * Brier skill score against the organisation's base rate, as far as that was known at the time: 1 is perfect, 0 no better.
   * Its 90 % interval is null where the history is too short for one.
   */
  brierSkill: z.number().nullable(),
  skillLow: z.number().nullable(),
  skillHigh: z.number().nullable(),
  /** Whether forecasts of this length are shown, and why not. */
  isShown: z.boolean(),
  gap: ForecastGap.nullable(),
  calibration: z.array(CalibrationBin),
  /** Share of the outcomes that 90 % intervals cover; about .9 is right. */
  coverage90: z.number().nullable(),
  /** Expected calibration error, in [0, 1]. */
  calibrationError: z.number().nullable(),
});
export type BacktestHorizon = z.infer<typeof BacktestHorizon>;

/** Forecasts as they would have been made in the past, each from what was known by then, and what came of them. */
export const Backtest = z.object({
  /** First and last moment from which was forecast; null where the history is too short. */
  from: Instant.nullable(),
  until: Instant.nullable(),
  origins: z.number().int().nonnegative(),
  stepDays: z.number().positive(),
  patterns: z.number().int().nonnegative(),
  horizons: z.array(BacktestHorizon),
});
export type Backtest = z.infer<typeof Backtest>;
