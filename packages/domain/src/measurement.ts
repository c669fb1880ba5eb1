import { z } from 'zod';
import { ControlChart } from './control-chart.ts';
import { Cost } from './cost.ts';
import { DeliveryMetrics } from './delivery-metrics.ts';
import { DurationSummary } from './duration-summary.ts';
import { MapBaseline } from './failure-map.ts';
import { Backtest, Forecast } from './forecast.ts';
import { Instant } from './instant.ts';
import { Recurrence } from './recurrence.ts';
import { RevertTemplate } from './title-template.ts';
import { Trend, Trends } from './trend.ts';

/** The statistics of one pattern. */
export const PatternMeasurement = z.object({
  asOf: Instant,
  recurrence: Recurrence.nullable(),
  /** Null while too little time is known. */
  trend: Trend.nullable(),
  /** Null while too little time is known. */
  forecast: Forecast.nullable(),
  cost: Cost,
});
export type PatternMeasurement = z.infer<typeof PatternMeasurement>;

/** The statistics of the organisation. */
export const Measurement = z.object({
  asOf: Instant,
  /** The trends of the organisation, and of each service by name; null while too little time is known. */
  trends: Trends.omit({ patterns: true }).nullable(),
  /** Episodes per exposure by week; null while too little time is known. */
  controlChart: ControlChart.nullable(),
  /** The durations of episodes. */
  durations: DurationSummary,
  /** The DORA metrics of the last 90 days; null while too little time is known. */
  delivery: DeliveryMetrics.nullable(),
  /** The backtest of the patterns' forecasts; null while too little time is known. */
  backtest: Backtest.nullable(),
  /** Null while too little time is known; absent in measurements of earlier versions. */
  baseline: MapBaseline.nullable().optional(),
  /**
   * The most frequent titles of reverts, as templates, most frequent first; absent in measurements of earlier versions.
   */
  revertTemplates: z.array(RevertTemplate).optional(),
});
export type Measurement = z.infer<typeof Measurement>;
