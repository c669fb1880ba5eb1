import { z } from 'zod';
import { Instant } from './instant.ts';

/** Why a forecast is not shown. */
export const MissingForecastReason = z.enum([
  /** The recorded history is too short for a backtest of this forecast length. */
  'history_too_short',
  /** In the backtest, the forecasts were no better than a single base rate for all patterns. */
  'no_skill',
  /** The pattern has fewer than two episodes. */
  'too_few_episodes',
]);
export type MissingForecastReason = z.infer<typeof MissingForecastReason>;

/** The forecast for the next `days` days. All four figures are null if `gap` states a reason. */
export const HorizonForecast = z.object({
  days: z.number().int().positive(),
  /** The probability of at least one more episode, in (0, 1). */
  probability: z.number().min(0).max(1).nullable(),
  /** The expected number of episodes. */
  expected: z.number().nonnegative().nullable(),
  /** The lower end of the 90 % interval of the number of episodes. */
  low: z.number().int().nonnegative().nullable(),
  /** The upper end of the 90 % interval of the number of episodes. */
  high: z.number().int().nonnegative().nullable(),
  gap: MissingForecastReason.nullable(),
});
export type HorizonForecast = z.infer<typeof HorizonForecast>;

/** The numbers from which a forecast is computed. */
export const ForecastBasis = z.object({
  /** The number of counted episodes. */
  episodes: z.number().int().nonnegative(),
  /** The number of observed days. */
  days: z.number().nonnegative(),
  /** The observed number of episodes of this pattern per 30 days. */
  ownRate: z.number().nonnegative(),
  /** How many episodes a pattern of this organisation usually has in 30 days. */
  usualRate: z.number().nonnegative(),
  /** The weight of `usualRate` in the forecast, 0 to 1. The weight is high if the history of the pattern is short. */
  borrowed: z.number().min(0).max(1),
  /** The factor by which recent episodes, bursts, the overall trend and the season change the rate of the next 30 days. */
  changed: z.number().positive().nullable(),
  /** The seasonal part of the factor `changed`; null if less than a year is known. */
  season: z.number().positive().nullable(),
  /** The probability that the fix holds; null without a fix. */
  fixHolds: z.number().min(0).max(1).nullable(),
});
export type ForecastBasis = z.infer<typeof ForecastBasis>;

export const Forecast = z.object({
  asOf: Instant,
  horizons: z.array(HorizonForecast),
  basis: ForecastBasis,
});
export type Forecast = z.infer<typeof Forecast>;

/** The backtested forecasts whose probability was from `from` to `to`, and how often an episode followed. */
export const CalibrationBin = z.object({
  from: z.number(),
  to: z.number(),
  forecasts: z.number().int().positive(),
  meanProbability: z.number(),
  observedShare: z.number(),
});
export type CalibrationBin = z.infer<typeof CalibrationBin>;

/** The backtest of the forecasts for `days` days. */
export const HorizonBacktest = z.object({
  days: z.number().int().positive(),
  /** The number of backtested forecasts: one for each pattern as of each past date. */
  forecasts: z.number().int().nonnegative(),
  /** The share of forecasts after which at least one episode followed. */
  observedShare: z.number().nullable(),
  /** The Brier skill score against the organisation's base rate: 1 is perfect, 0 is no better than the base rate. */
  brierSkill: z.number().nullable(),
  /** The lower end of the 90 % interval of `brierSkill`; null if the history is too short. */
  skillLow: z.number().nullable(),
  /** The upper end of the 90 % interval of `brierSkill`; null if the history is too short. */
  skillHigh: z.number().nullable(),
  /** Whether forecasts for this number of days are shown. If not, `gap` states the reason. */
  isShown: z.boolean(),
  gap: MissingForecastReason.nullable(),
  calibration: z.array(CalibrationBin),
  /** The share of outcomes within the 90 % intervals; ideally 0.9. */
  coverage90: z.number().nullable(),
  /** The expected calibration error, in [0, 1]. */
  calibrationError: z.number().nullable(),
});
export type HorizonBacktest = z.infer<typeof HorizonBacktest>;

/** Compares forecasts that are computed as of past dates, only from earlier data, with what happened afterwards. */
export const Backtest = z.object({
  /** The first past date as of which a forecast is computed; null if the history is too short. */
  from: Instant.nullable(),
  /** The last past date as of which a forecast is computed; null if the history is too short. */
  until: Instant.nullable(),
  /** The number of past dates as of which forecasts are computed. */
  origins: z.number().int().nonnegative(),
  stepDays: z.number().positive(),
  patterns: z.number().int().nonnegative(),
  horizons: z.array(HorizonBacktest),
});
export type Backtest = z.infer<typeof Backtest>;
