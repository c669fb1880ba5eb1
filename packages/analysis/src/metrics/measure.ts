import {
  CostSettings,
  dayInMs,
  type Effect,
  type Instant,
  type Measurement,
  type ObservedChange,
  type ObservedEpisode,
  type ObservedPeriod,
  type PatternMeasurement,
  type RevertTemplate,
  type Trends,
} from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { estimateCost } from './cost/estimate-cost.ts';
import type { DeliveryInput } from './delivery/gather-delivery.ts';
import { measureDelivery } from './delivery/measure-delivery.ts';
import { measureEffects, type PatternFix } from './effect/measure-effects.ts';
import { forecastRecurrence } from './forecast/forecast-recurrence.ts';
import { buildBaseline } from './map/build-baseline.ts';
import { findPeriodAt } from './observation/digest-period.ts';
import { observePeriod } from './observation/observe-period.ts';
import { findRecurrence } from './recurrence/find-recurrence.ts';
import { buildControlChart } from './trend/build-control-chart.ts';
import { describeEpisodeDurations } from './trend/describe-durations.ts';
import { measureTrends } from './trend/measure-trends.ts';

export interface MeasureInput {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly patternIds: readonly string[];
  /** What the delivery metrics are made from. */
  readonly delivery: DeliveryInput;
  /** Nothing unless given. */
  readonly revertTemplates?: readonly RevertTemplate[];
  /** Up to when failures would be known. */
  readonly until: Instant;
  /** The product's own, unless given. */
  readonly costSettings?: CostSettings | undefined;
  /** When fixes of patterns were deployed; nothing unless given. */
  readonly fixes?: readonly PatternFix[];
}

export interface MeasuredPattern {
  readonly patternId: string;
  readonly measurement: PatternMeasurement;
  /** What a reader of its report would notice, in a few words: a report is written anew where it differs. */
  readonly headline: string;
}

export interface Measured {
  readonly whole: Measurement;
  readonly patterns: readonly MeasuredPattern[];
  /** What came of the fixes. */
  readonly effects: readonly Effect[];
}

/**
 * Years before now that are measured. What is older says little about today, and one old record alone would make every series
 * over time as long as its age.
 */
const yearsMeasured = 10;
const yearInMs = 365.25 * dayInMs;

/** Everything that the statistics say of what was observed: of the organisation, and of each pattern. */
export function measure(given: MeasureInput): Measured {
  const input = withinYears(given);
  const { episodes, changes, patternIds, until, fixes = [] } = input;
  const known = [...episodes.map(({ startedAt }) => startedAt), ...changes.map(({ at }) => at)];
  const period = observePeriod(
    known.map((occurredAt) => ({ occurredAt })),
    until,
  );
  const ofPattern = groupBy(episodes, ({ patternId }) => (patternId === null ? [] : [patternId]));
  const startsOf = (patternId: string) => (ofPattern.get(patternId) ?? []).map(({ startedAt }) => startedAt);
  const failures = new Map(input.delivery.failures.map((failure) => [failure.id, failure]));
  const settings = input.costSettings ?? CostSettings.parse({});
  const isPeriod = period.from < period.until;
  const inOrder = [...fixes].sort((a, b) => (a.fixedAt < b.fixedAt ? -1 : 1));
  const lastFixOf = new Map(inOrder.map(({ patternId, fixedAt }) => [patternId, fixedAt]));
  const trends = isPeriod ? measureTrends({ ...input, period }) : null;
  const trendOf = new Map(trends?.patterns.map((trend) => [trend.id, trend]));
  const predicted = isPeriod
    ? forecastRecurrence({
        series: patternIds.map((id) => ({ id, at: startsOf(id), fixedAt: lastFixOf.get(id) ?? null })),
        period,
      })
    : null;
  return {
    effects: isPeriod && fixes.length > 0 ? measureEffects({ episodes, changes, period, fixes }) : [],
    whole: {
      asOf: until,
      trends: trends === null ? null : withoutPatterns(trends),
      controlChart: isPeriod ? buildControlChart({ ...input, period }) : null,
      durations: describeEpisodeDurations(episodes, until),
      delivery: isPeriod ? measureDelivery(input.delivery, lastDays(period)) : null,
      backtest: predicted?.backtest ?? null,
      baseline: isPeriod ? buildBaseline({ ...input, period }) : null,
      revertTemplates: [...(input.revertTemplates ?? [])],
    },
    patterns: patternIds.map((patternId) => {
      const starts = startsOf(patternId).map((at) => Date.parse(at));
      const measurement: PatternMeasurement = {
        asOf: until,
        recurrence: findRecurrence(starts, Date.parse(until)),
        trend: trendOf.get(patternId) ?? null,
        forecast: predicted?.forecasts.get(patternId) ?? null,
        cost: estimateCost({ episodes: ofPattern.get(patternId) ?? [], failures, settings }),
      };
      return { patternId, measurement, headline: describeHeadline(measurement) };
    }),
  };
}

function withinYears(input: MeasureInput): MeasureInput {
  const from = Date.parse(input.until) - yearsMeasured * yearInMs;
  return {
    ...input,
    episodes: input.episodes.filter(({ startedAt }) => Date.parse(startedAt) >= from),
    changes: input.changes.filter(({ at }) => Date.parse(at) >= from),
  };
}

/** Delivery metrics are of how it is now. */
const deliveryDays = 90;

function lastDays({ from, until }: ObservedPeriod): ObservedPeriod {
  const start = Date.parse(until) - deliveryDays * dayInMs;
  return { from: new Date(Math.max(start, Date.parse(from))).toISOString(), until };
}

function withoutPatterns({ patterns: _, ...trends }: Trends): NonNullable<Measurement['trends']> {
  return trends;
}

/** Chances by fifths: less is not noticed. While it goes on its report is written anew each week, as of then. */
function describeHeadline({ recurrence, trend, forecast, asOf }: PatternMeasurement): string {
  const week = recurrence === 'quiet' ? '' : findPeriodAt('week', Date.parse(asOf)).from.slice(0, 10);
  const probabilities =
    forecast?.horizons.map(({ probability }) => (probability === null ? '-' : Math.round(probability * 5))) ?? [];
  return [recurrence, trend?.perWeek.direction, ...probabilities, week].join(' ');
}
