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

/** What the statistics say of one pattern. */
export const PatternMeasurement = z.object({
  asOf: Instant,
  recurrence: Recurrence.nullable(),
  /** Null where the time that is known is no period yet. */
  trend: Trend.nullable(),
  /** Null where the time that is known is no period yet. */
  forecast: Forecast.nullable(),
  cost: Cost,
});
export type PatternMeasurement = z.infer<typeof PatternMeasurement>;

/** What the statistics say of the organisation. */
export const Measurement = z.object({
  asOf: Instant,
  /** Of everything, and of each service by name; null where the time that is known is no period yet. */
  trends: Trends.omit({ patterns: true }).nullable(),
  /** Episodes by exposure, week by week; null where the time that is known is no period yet. */
  controlChart: ControlChart.nullable(),
  /** How long episodes lasted. */
  durations: DurationSummary,
  /** DORA's metrics of the last 90 days; null where the time that is known is no period yet. */
  delivery: DeliveryMetrics.nullable(),
  /** How forecasts of patterns would have done; null where the time that is known is no period yet. */
  backtest: Backtest.nullable(),
  /** Null where the time that is known is no period yet; absent in what earlier versions wrote. */
  baseline: MapBaseline.nullable().optional(),
  /** The kinds of titles that are reverted most often, the most frequent first; absent in what earlier versions wrote. */
  revertTemplates: z.array(RevertTemplate).optional(),
});
export type Measurement = z.infer<typeof Measurement>;
