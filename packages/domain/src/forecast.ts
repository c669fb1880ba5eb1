import { z } from 'zod';
import { Instant } from './instant.ts';

/** Why there is no forecast. */
export const ForecastGap = z.enum([
  /** The history is too short for a backtest of this length. */
  'history_too_short',
  /** The backtest does not show that they are better than the same forecast for every pattern. */
  'no_skill',
  /** The pattern has fewer than two episodes. */
  'too_few_episodes',
]);
export type ForecastGap = z.infer<typeof ForecastGap>;

/** The forecast for a number of days. All four figures are null if `gap` has a reason. */
export const ForecastHorizon = z.object({
  days: z.number().int().positive(),
  /** The probability of at least one more episode, in (0, 1). */
  probability: z.number().min(0).max(1).nullable(),
  /** The mean number of episodes. */
  expected: z.number().nonnegative().nullable(),
  /** The interval of the number of episodes, as near to 90 % probability as whole numbers allow. */
  low: z.number().int().nonnegative().nullable(),
  high: z.number().int().nonnegative().nullable(),
  gap: ForecastGap.nullable(),
});
export type ForecastHorizon = z.infer<typeof ForecastHorizon>;

/** The numbers behind a forecast. */
export const ForecastBasis = z.object({
  /** The number of counted episodes, and of the days in which they happened. */
  episodes: z.number().int().nonnegative(),
  days: z.number().nonnegative(),
  /** Episodes in 30 days: the observed rate of the pattern, and the typical rate of patterns in this organisation. */
  ownRate: z.number().nonnegative(),
  usualRate: z.number().nonnegative(),
  /** The weight of the typical rate in [0, 1]; it is high if the pattern's own history is short. */
  borrowed: z.number().min(0).max(1),
  /**
   * The factor on the rate for the next 30 days, from the recency and clustering of episodes, the overall trend and the
   * season.
   */
  changed: z.number().positive().nullable(),
  /** The part of the factor that is due to the season; null if less than a year is known. */
  season: z.number().positive().nullable(),
  /** The probability that the fix holds; null without a fix. */
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

/** Forecasts of similar probability, and how often an episode followed. */
export const CalibrationBin = z.object({
  from: z.number(),
  to: z.number(),
  forecasts: z.number().int().positive(),
  meanProbability: z.number(),
  observedShare: z.number(),
});
export type CalibrationBin = z.infer<typeof CalibrationBin>;

/** The backtest result for one forecast length. */
export const BacktestHorizon = z.object({
  days: z.number().int().positive(),
  /** The number of tested forecasts: one for each pattern at each origin. */
  forecasts: z.number().int().nonnegative(),
  /** The share of forecasts that at least one episode followed. */
  observedShare: z.number().nullable(),
  /**
   * The Brier skill score against the organisation's base rate as known at the time: 1 is perfect, 0 is no better. The
   * ends of its 90 % interval are null if the history is too short.
   */
  brierSkill: z.number().nullable(),
  skillLow: z.number().nullable(),
  skillHigh: z.number().nullable(),
  /** Whether forecasts of this length are shown; `gap` has the reason if not. */
  isShown: z.boolean(),
  gap: ForecastGap.nullable(),
  calibration: z.array(CalibrationBin),
  /** The share of outcomes within the 90 % intervals; about .9 is right. */
  coverage90: z.number().nullable(),
  /** The expected calibration error, in [0, 1]. */
  calibrationError: z.number().nullable(),
});
export type BacktestHorizon = z.infer<typeof BacktestHorizon>;

/** Forecasts for past dates from what was known then, compared with what happened. */
export const Backtest = z.object({
  /** The first and last date of a forecast; null if the history is too short. */
  from: Instant.nullable(),
  until: Instant.nullable(),
  origins: z.number().int().nonnegative(),
  stepDays: z.number().positive(),
  patterns: z.number().int().nonnegative(),
  horizons: z.array(BacktestHorizon),
});
export type Backtest = z.infer<typeof Backtest>;
