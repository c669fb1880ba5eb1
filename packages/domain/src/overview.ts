import { z } from 'zod';
import { Cause } from './cause.ts';
import { ControlChart } from './control-chart.ts';
import { Completeness } from './digest.ts';
import { CauseCell, FailureMap, MapService } from './failure-map.ts';
import { BacktestHorizon, ForecastGap } from './forecast.ts';
import { Improvement, ImprovementState } from './improvement.ts';
import { Instant } from './instant.ts';
import { Pattern } from './pattern.ts';
import { RateComparison, TrendDirection } from './trend.ts';

const count = z.number().int().nonnegative();

const PatternOutline = Pattern.pick({ id: true, name: true, episodes: true, lastAt: true }).extend({
  /** The probability of at least one more episode within 30 days; null without a forecast. */
  probability30: z.number().min(0).max(1).nullable(),
});

/** The patterns with most episodes, and the total number. */
const PatternShortlist = z.object({ total: count, items: z.array(PatternOutline) });

/** Whether the organisation fails less often than before. */
export const OverviewTrend = z.object({
  direction: TrendDirection,
  /** Per hundred changes if the number of changes is known. */
  unit: z.enum(['100_changes', 'week']),
  /** The rate of the recent window divided by the earlier rate; null if the known time is too short for two windows. */
  ratio: RateComparison.shape.ratio.nullable(),
  /** The ratio as a sentence; null without a comparison. */
  says: z.string().nullable(),
});
export type OverviewTrend = z.infer<typeof OverviewTrend>;

export const OverviewForecast = z.object({
  /** The expected episodes of all patterns with a forecast together; null if none has one. */
  expected: z.number().nonnegative().nullable(),
  /** The patterns most likely to recur, at most five. */
  patterns: z.array(
    Pattern.pick({ id: true, name: true }).extend({
      probability: z.number().min(0).max(1),
      expected: z.number().nonnegative(),
    }),
  ),
  /** Why there is no forecast; null if there is one. */
  gap: ForecastGap.nullable(),
  /** The backtest of these forecasts; null if the history is too short. */
  backtest: BacktestHorizon.pick({ brierSkill: true, skillLow: true, skillHigh: true, coverage90: true }).nullable(),
});
export type OverviewForecast = z.infer<typeof OverviewForecast>;

/** The failure map of the last year, limited to the locations with most episodes. */
export const OverviewMap = FailureMap.pick({ from: true, until: true, episodes: true }).extend({
  /** At most twelve, most episodes first. */
  services: z.array(MapService.pick({ service: true, repository: true, episodes: true })),
  /** The causes of the cells, in the order of the `Cause` list. */
  causes: z.array(Cause),
  /** Only cells of these locations with episodes. Sorted by location, then cause. */
  cells: z.array(CauseCell.pick({ service: true, repository: true, cause: true, episodes: true, standsOut: true })),
});
export type OverviewMap = z.infer<typeof OverviewMap>;

/** A fix whose effect is known. */
export const FixOutcome = Improvement.pick({ id: true, patternId: true, title: true, stateSince: true }).extend({
  state: ImprovementState.extract(['verified', 'recurred']),
  /** The effect in one sentence; null if it was not measured. */
  says: z.string().nullable(),
});
export type FixOutcome = z.infer<typeof FixOutcome>;

/** The state and trend of an organisation on one screen. */
export const Overview = z.object({
  /** The time up to which the measurement covers failures; null before the first one. */
  asOf: Instant.nullable(),
  failures: count,
  patterns: count,
  /** Whether any data are still being processed. */
  busy: z.boolean(),
  connections: count,
  /** The last 52 weeks with their signals; null while too little time is known. */
  controlChart: ControlChart.nullable(),
  /** Null while too little time is known. */
  trend: OverviewTrend.nullable(),
  /** Patterns by their development. A pattern can be in several lists. */
  became: z.object({
    /** Patterns that began in the last 30 days. */
    fresh: PatternShortlist,
    /** Patterns with a significant rise, corrected for the number of patterns. */
    rising: PatternShortlist,
    /** Patterns that had stopped and came back in the last 90 days. */
    returned: PatternShortlist,
  }),
  fixes: z.object({
    byState: z.record(ImprovementState, count),
    /** The five latest fixes with a verdict, newest first. */
    newest: z.array(FixOutcome),
  }),
  /** Null before the first measurement. */
  next30Days: OverviewForecast.nullable(),
  /** The map of the previous measurement while a newer one is computed, as `until` shows; null before the first one. */
  map: OverviewMap.nullable(),
  completeness: Completeness,
});
export type Overview = z.infer<typeof Overview>;
