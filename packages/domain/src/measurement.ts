import { z } from 'zod';
import { ControlChart } from './control-chart.ts';
import { Cost } from './cost.ts';
import { DeliveryMetrics } from './delivery-metrics.ts';
import { DurationSummary } from './duration-summary.ts';
import { FailureMapBaseline } from './failure-map.ts';
import { Backtest, Forecast } from './forecast.ts';
import { Instant } from './instant.ts';
import { Recurrence } from './recurrence.ts';
import { RevertTemplate } from './title-template.ts';
import { Trend, Trends } from './trend.ts';

/** The statistics of one pattern. */
export const PatternMeasurement = z.object({
  asOf: Instant,
  recurrence: Recurrence.nullable(),
  /** The trend of the pattern; null while the recorded period is too short. */
  trend: Trend.nullable(),
  /** The forecast of the pattern; null while the recorded period is too short. */
  forecast: Forecast.nullable(),
  cost: Cost,
});
export type PatternMeasurement = z.infer<typeof PatternMeasurement>;

/** The statistics of the organisation. */
/** Lines that the incident reports of a connection repeat because they come from a template, such as instructions. */
export const ReportTemplate = z.object({ connectionId: z.string(), lines: z.array(z.string()) });
export type ReportTemplate = z.infer<typeof ReportTemplate>;

export const Measurement = z.object({
  asOf: Instant,
  /** The trends of the organisation and its services; null while the recorded period is too short. */
  trends: Trends.omit({ patterns: true }).nullable(),
  /** The weekly rates of episodes; null while the recorded period is too short. */
  controlChart: ControlChart.nullable(),
  /** The distribution of the durations of episodes. */
  durations: DurationSummary,
  /** The DORA metrics of the last 90 days; null while the recorded period is too short. */
  delivery: DeliveryMetrics.nullable(),
  /** The backtest of the forecasts; null while the recorded period is too short. */
  backtest: Backtest.nullable(),
  /** Changes and episodes by location; null while the recorded period is too short. Absent in old measurements. */
  baseline: FailureMapBaseline.nullable().optional(),
  /** Reverts grouped by the form of their titles, largest group first. Absent in measurements of earlier versions. */
  revertTemplates: z.array(RevertTemplate).optional(),
  /** The instructions of report templates, which reports do not quote. Absent in measurements of earlier versions. */
  reportTemplates: z.array(ReportTemplate).optional(),
});
export type Measurement = z.infer<typeof Measurement>;
