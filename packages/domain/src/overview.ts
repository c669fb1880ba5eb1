import { z } from 'zod';
import { Cause } from './cause.ts';
import { ControlChart } from './control-chart.ts';
import { Completeness } from './digest.ts';
import { FailureMap, FailureMapCauseCell, FailureMapRow } from './failure-map.ts';
import { HorizonBacktest, MissingForecastReason } from './forecast.ts';
import { Improvement, ImprovementState } from './improvement.ts';
import { Instant } from './instant.ts';
import { ObservedPeriod } from './observed.ts';
import { Pattern, PatternJudgement } from './pattern.ts';
import { RateComparison, TrendDirection } from './trend.ts';

const count = z.number().int().nonnegative();

const PatternOutline = Pattern.pick({ id: true, name: true, episodes: true, lastAt: true }).extend({
  /** The probability of at least one episode in the next 30 days; null without a forecast. */
  probability30: z.number().min(0).max(1).nullable(),
});

/** A list of patterns, limited to the five most harmful. `total` counts all patterns of the list. */
const PatternShortlist = z.object({ total: count, items: z.array(PatternOutline) });

/** The figures of one period. */
export const PeriodFigures = z.object({
  episodes: count,
  /** The number of changes, which could have caused episodes. */
  changes: count,
  /** The median duration of the episodes in hours; null if no duration is known. */
  medianHours: z.number().nonnegative().nullable(),
  /** The sum of the durations of the episodes in hours, each at most 24; null if no duration is known. */
  impactHours: z.number().nonnegative().nullable(),
  /** The number of episodes in no pattern. */
  unassigned: count,
  /** The sum of the known durations of these episodes in hours, each at most 24. */
  unassignedHours: z.number().nonnegative(),
  /** The number of fixes that were verified in the period. */
  fixesVerified: count,
  /** The number of fixes after which the failure recurred, by the time of that verdict. */
  fixesRecurred: count,
});
export type PeriodFigures = z.infer<typeof PeriodFigures>;

/** Whether the organisation fails less often than in the period before. */
export const OverviewComparison = z.object({
  direction: TrendDirection,
  /** The unit of exposure of the rates: that of the control chart, but a week if one of the periods has no changes. */
  unit: z.enum(['100_changes', 'week']),
  /** The rate of the period divided by the rate of the period before. */
  ratio: RateComparison.shape.ratio,
  /** The ratio as a sentence; null if there is no ratio. */
  explanation: z.string().nullable(),
});
export type OverviewComparison = z.infer<typeof OverviewComparison>;

/** A decision that is waiting for a person. */
export const OverviewTask = z.object({
  /**
   * `recurred`: the failure recurred after its fix. `approve`: an improvement waits for approval. `returned` and `rising`: the
   * pattern returned after a quiet time, or its rate rises. `review`: nobody has confirmed or dismissed the pattern, and it
   * has no improvement.
   */
  kind: z.enum(['recurred', 'approve', 'returned', 'rising', 'review']),
  patternId: z.string(),
  /** The name of the pattern. */
  name: z.string(),
  /** The number of episodes in the period. */
  episodes: count,
  /** The sum of the known durations of these episodes in hours, each at most 24; null if no duration is known. */
  impactHours: z.number().nonnegative().nullable(),
  lastAt: Instant,
  judgement: PatternJudgement.nullable(),
  improvement: Improvement.pick({ id: true, state: true }).nullable(),
});
export type OverviewTask = z.infer<typeof OverviewTask>;

/** A pattern with its figures in the period of the overview. */
export const WorstPattern = Pattern.pick({ id: true, name: true, services: true, repositories: true }).extend({
  episodes: count,
  /** The sum of the known durations of the episodes in hours, each at most 24; null if no duration is known. */
  impactHours: z.number().nonnegative().nullable(),
  judgement: PatternJudgement.nullable(),
  improvement: Improvement.pick({ id: true, state: true, issueUrl: true }).nullable(),
});
export type WorstPattern = z.infer<typeof WorstPattern>;

/** An episode in no pattern, named by its first incident, or else by its first failure. */
export const UnassignedEpisode = z.object({
  /** The id of the failure that names the episode. */
  failureId: z.string(),
  /** The title of that failure. */
  title: z.string(),
  services: z.array(z.string()),
  repositories: z.array(z.string()),
  startedAt: Instant,
  /** The duration of the episode in hours, at most 24. */
  hours: z.number().nonnegative(),
});
export type UnassignedEpisode = z.infer<typeof UnassignedEpisode>;

export const OverviewForecast = z.object({
  /** The expected number of episodes of all patterns together; null if no pattern has a forecast. */
  expected: z.number().nonnegative().nullable(),
  /** The five patterns that are most likely to recur. */
  patterns: z.array(
    Pattern.pick({ id: true, name: true }).extend({
      probability: z.number().min(0).max(1),
      expected: z.number().nonnegative(),
    }),
  ),
  /** Why there is no forecast; null if a forecast is shown. */
  gap: MissingForecastReason.nullable(),
  /** The backtest of 30-day forecasts; null if the history is too short. */
  backtest: HorizonBacktest.pick({ brierSkill: true, skillLow: true, skillHigh: true, coverage90: true }).nullable(),
});
export type OverviewForecast = z.infer<typeof OverviewForecast>;

/** The failure map of the period, limited to the locations with the most episodes. */
export const OverviewFailureMap = FailureMap.pick({ from: true, until: true, episodes: true }).extend({
  /** The twelve locations with the most episodes, most first. */
  services: z.array(FailureMapRow.pick({ service: true, repository: true, episodes: true })),
  /** The causes of the cells, in the order of the `Cause` enum. */
  causes: z.array(Cause),
  /** The cells with episodes at the locations in `services`, sorted by location, then cause. */
  cells: z.array(
    FailureMapCauseCell.pick({ service: true, repository: true, cause: true, episodes: true, standsOut: true }),
  ),
});
export type OverviewFailureMap = z.infer<typeof OverviewFailureMap>;

/** An improvement whose fix has a verdict. */
export const FixOutcome = Improvement.pick({ id: true, patternId: true, title: true, stateSince: true }).extend({
  state: ImprovementState.extract(['verified', 'recurred']),
  /** The effect of the fix in one sentence; null if the effect was not measured. */
  explanation: z.string().nullable(),
});
export type FixOutcome = z.infer<typeof FixOutcome>;

/** The state of the organisation in a period, compared with the period before, as the overview page shows it. */
export const Overview = z.object({
  /** The time up to which failures are measured; null before the first measurement. */
  asOf: Instant.nullable(),
  failures: count,
  patterns: count,
  /** Whether data are still being processed. */
  busy: z.boolean(),
  connections: count,
  /** The period of the figures, the chart and the map, rounded to hours; null before the first measurement. */
  period: ObservedPeriod.nullable(),
  figures: PeriodFigures.nullable(),
  /** The period of equal length before; null before the first measurement, and if the recorded history begins later. */
  periodBefore: ObservedPeriod.nullable(),
  figuresBefore: PeriodFigures.nullable(),
  /** Null without a period before. */
  comparison: OverviewComparison.nullable(),
  /** When the recorded history begins; null before the first measurement. */
  historyFrom: Instant.nullable(),
  /** How the weekly rate of episodes develops over the recorded history; null while the history is too short. */
  historyTrend: TrendDirection.nullable(),
  /** The weekly rates of the period, with the limits of the whole history; null while the history is too short. */
  controlChart: ControlChart.nullable(),
  /**
   * At most five decisions that wait for a person, about patterns with an episode in the period. Those with most impact in the period
   * are first; each episode counts at most 24 hours.
   */
  tasks: z.array(OverviewTask),
  /** Patterns with an episode in the period, by their recent trend; empty if the period ends earlier. A pattern can be in several lists. */
  patternChanges: z.object({
    /** Patterns that began in the last 30 days. */
    fresh: PatternShortlist,
    /** Patterns whose rate rose significantly, corrected for the number of patterns. */
    rising: PatternShortlist,
    /** Patterns that had stopped and returned in the last 90 days. */
    returned: PatternShortlist,
  }),
  /** The patterns and the single episodes that did most harm in the period, at most five each; null before the first measurement. */
  worst: z
    .object({
      byEpisodes: z.array(WorstPattern),
      /** In the order of the hours, of which each episode counts at most 24. Without patterns of unknown duration. */
      byImpact: z.array(WorstPattern),
      /** The longest episodes in no pattern, except those of unknown duration. */
      unassigned: z.array(UnassignedEpisode),
    })
    .nullable(),
  fixes: z.object({
    byState: z.record(ImprovementState, count),
    /** The five latest improvements with a verdict, newest first. */
    newest: z.array(FixOutcome),
  }),
  /** The forecast for the next 30 days; null before the first measurement. */
  next30Days: OverviewForecast.nullable(),
  /** The failure map; null before the first measurement. It may be older than the other data: `until` is its date. */
  map: OverviewFailureMap.nullable(),
  completeness: Completeness,
});
export type Overview = z.infer<typeof Overview>;
