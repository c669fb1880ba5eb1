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
  /** Of at least one more episode within 30 days; null where there is no forecast. */
  probability30: z.number().min(0).max(1).nullable(),
});

/** Those of most episodes, and how many there are. */
const PatternShortlist = z.object({ total: count, items: z.array(PatternOutline) });

/** Whether the organisation fails less often than it did. */
export const OverviewTrend = z.object({
  direction: TrendDirection,
  /** For each hundred changes, where that can be told. */
  unit: z.enum(['100_changes', 'week']),
  /** The recent window by the time before it; null where the time does not give two windows. */
  ratio: RateComparison.shape.ratio.nullable(),
  /** The ratio as a sentence; null where nothing can be compared. */
  says: z.string().nullable(),
});
export type OverviewTrend = z.infer<typeof OverviewTrend>;

export const OverviewForecast = z.object({
  /** Episodes of all patterns that have a forecast, together; null where none has. */
  expected: z.number().nonnegative().nullable(),
  /** The likeliest to come again, at most five. */
  patterns: z.array(
    Pattern.pick({ id: true, name: true }).extend({
      probability: z.number().min(0).max(1),
      expected: z.number().nonnegative(),
    }),
  ),
  /** Why there is no forecast; null where there is one. */
  gap: ForecastGap.nullable(),
  /** Of the back-test of such forecasts; null where the history is too short for one. */
  backtest: BacktestHorizon.pick({ brierSkill: true, skillLow: true, skillHigh: true, coverage90: true }).nullable(),
});
export type OverviewForecast = z.infer<typeof OverviewForecast>;

/** The failure map of the last year, cut down to the places of most episodes. */
export const OverviewMap = FailureMap.pick({ from: true, until: true, episodes: true }).extend({
  /** At most twelve, most episodes first. */
  services: z.array(MapService.pick({ service: true, repository: true, episodes: true })),
  /** Those of the cells, in the order of the product. */
  causes: z.array(Cause),
  /** Of these places; only those in which something happened. By place, then cause. */
  cells: z.array(CauseCell.pick({ service: true, repository: true, cause: true, episodes: true, standsOut: true })),
});
export type OverviewMap = z.infer<typeof OverviewMap>;

/** A fix of which is known whether it held. */
export const FixOutcome = Improvement.pick({ id: true, patternId: true, title: true, stateSince: true }).extend({
  state: ImprovementState.extract(['verified', 'recurred']),
  /** What came of it, in a sentence; null where it was not measured. */
  says: z.string().nullable(),
});
export type FixOutcome = z.infer<typeof FixOutcome>;

/** Whether it is getting better: what one screen tells of an organisation. */
export const Overview = z.object({
  /** Up to when failures were known to what was measured; null before the first time. */
  asOf: Instant.nullable(),
  failures: count,
  patterns: count,
  /** Whether anything is still on its way to the patterns. */
  busy: z.boolean(),
  connections: count,
  /** Its last 52 weeks, and the signals that touch them; null while the time that is known is no period yet. */
  controlChart: ControlChart.nullable(),
  /** Null while the time that is known is no period yet. */
  trend: OverviewTrend.nullable(),
  /** Patterns by what became of them; one can be in several. */
  became: z.object({
    /** Became a pattern in the last 30 days. */
    fresh: PatternShortlist,
    /** More often than by chance, after control over all patterns. */
    rising: PatternShortlist,
    /** Had gone quiet, and came back in the last 90 days. */
    returned: PatternShortlist,
  }),
  fixes: z.object({
    byState: z.record(ImprovementState, count),
    /** The five that were found last to have held or not, newest first. */
    newest: z.array(FixOutcome),
  }),
  /** Null before anything was measured. */
  next30Days: OverviewForecast.nullable(),
  /** Of the measurement before while the newest is made, as its `until` says; null before the first one. */
  map: OverviewMap.nullable(),
  completeness: Completeness,
});
export type Overview = z.infer<typeof Overview>;
