import type {
  Effect,
  Instant,
  Measurement,
  ObservedChange,
  ObservedEpisode,
  ObservedPeriod,
  PatternMeasurement,
  ReportTemplate,
  RevertTemplate,
  Trends,
} from '@refrain/domain';
import { CostSettings, dayInMs } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { estimateCost } from './cost/estimate-cost.ts';
import type { DeliveryInput } from './delivery/collect-delivery-history.ts';
import { measureDelivery } from './delivery/measure-delivery.ts';
import type { PatternFix } from './effect/measure-effects.ts';
import { measureEffects } from './effect/measure-effects.ts';
import { forecastRecurrence } from './forecast/forecast-recurrence.ts';
import { buildMapBaseline } from './map/list-failure-map-rows.ts';
import { findDigestPeriodAt } from './observation/digest-period.ts';
import { determineRecurrenceStatus } from './recurrence/determine-recurrence-status.ts';
import { buildControlChart } from './trend/build-control-chart.ts';
import { describeEpisodeDurations } from './trend/describe-durations.ts';
import { measureTrends } from './trend/measure-trends.ts';

interface MeasurementInput {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly patternIds: readonly string[];
  readonly delivery: DeliveryInput;
  readonly revertTemplates?: readonly RevertTemplate[];
  readonly reportTemplates?: readonly ReportTemplate[];
  readonly until: Instant;
  readonly costSettings?: CostSettings | undefined;
  readonly fixes?: readonly PatternFix[];
}

interface MeasuredPattern {
  readonly patternId: string;
  readonly measurement: PatternMeasurement;
  /** Key of the figures that a reader of the report would notice. The report is regenerated when the key changes. */
  readonly headline: string;
}

export interface MeasurementResult {
  readonly organisation: Measurement;
  readonly patterns: readonly MeasuredPattern[];
  readonly effects: readonly Effect[];
}

/** Older data is ignored, because it says little about today and would lengthen every time series. */
const yearsMeasured = 10;
const yearInMs = 365.25 * dayInMs;

export function computeMeasurements(unfiltered: MeasurementInput): MeasurementResult {
  const input = withinYears(unfiltered);
  const { episodes, changes, patternIds, until, fixes = [] } = input;
  const known = [...episodes.map(({ startedAt }) => startedAt), ...changes.map(({ at }) => at)];
  const period = findObservedPeriod(known, until);
  const ofPattern = groupBy(episodes, ({ patternId }) => (patternId === null ? [] : [patternId]));
  const startsOf = (patternId: string) => (ofPattern.get(patternId) ?? []).map(({ startedAt }) => startedAt);
  const failures = new Map(input.delivery.failures.map((failure) => [failure.id, failure]));
  const settings = input.costSettings ?? CostSettings.parse({});
  const hasPeriod = period.from < period.until;
  const inOrder = [...fixes].sort((a, b) => (a.fixedAt < b.fixedAt ? -1 : 1));
  const lastFixOf = new Map(inOrder.map(({ patternId, fixedAt }) => [patternId, fixedAt]));
  const trends = hasPeriod ? measureTrends({ ...input, period }) : null;
  const trendOf = new Map(trends?.patterns.map((trend) => [trend.id, trend]));
  const predicted = hasPeriod
    ? forecastRecurrence({
        series: patternIds.map((id) => ({ id, at: startsOf(id), fixedAt: lastFixOf.get(id) ?? null })),
        period,
      })
    : null;
  return {
    effects: hasPeriod && fixes.length > 0 ? measureEffects({ episodes, changes, period, fixes }) : [],
    organisation: {
      asOf: until,
      trends: trends === null ? null : withoutPatterns(trends),
      controlChart: hasPeriod ? buildControlChart({ ...input, period }) : null,
      durations: describeEpisodeDurations(episodes, until),
      delivery: hasPeriod ? measureDelivery(input.delivery, lastDays(period)) : null,
      backtest: predicted?.backtest ?? null,
      baseline: hasPeriod ? buildMapBaseline({ ...input, period }) : null,
      revertTemplates: [...(input.revertTemplates ?? [])],
      reportTemplates: [...(input.reportTemplates ?? [])],
    },
    patterns: patternIds.map((patternId) => {
      const starts = startsOf(patternId).map((at) => Date.parse(at));
      const measurement: PatternMeasurement = {
        asOf: until,
        recurrence: determineRecurrenceStatus(starts, Date.parse(until)),
        trend: trendOf.get(patternId) ?? null,
        forecast: predicted?.forecasts.get(patternId) ?? null,
        cost: estimateCost({ episodes: ofPattern.get(patternId) ?? [], failures, settings }),
      };
      return { patternId, measurement, headline: describeHeadline(measurement) };
    }),
  };
}

function withinYears(input: MeasurementInput): MeasurementInput {
  const from = Date.parse(input.until) - yearsMeasured * yearInMs;
  return {
    ...input,
    episodes: input.episodes.filter(({ startedAt }) => Date.parse(startedAt) >= from),
    changes: input.changes.filter(({ at }) => Date.parse(at) >= from),
  };
}

const deliveryDays = 90;

function lastDays({ from, until }: ObservedPeriod): ObservedPeriod {
  const start = Date.parse(until) - deliveryDays * dayInMs;
  return { from: new Date(Math.max(start, Date.parse(from))).toISOString(), until };
}

function withoutPatterns({ patterns: _, ...trends }: Trends): NonNullable<Measurement['trends']> {
  return trends;
}

/** Returns the key of a pattern's report. Rounds probabilities, so that small differences do not change the key. */
function describeHeadline({ recurrence, trend, forecast, asOf }: PatternMeasurement): string {
  const week = recurrence === 'quiet' ? '' : findDigestPeriodAt('week', Date.parse(asOf)).from.slice(0, 10);
  const probabilities =
    forecast?.horizons.map(({ probability }) => (probability === null ? '-' : Math.round(probability * 5))) ?? [];
  return [recurrence, trend?.perWeek.direction, ...probabilities, week].join(' ');
}

export function findObservedPeriod(known: readonly Instant[], until: Instant): ObservedPeriod {
  const from = known.reduce((first, instant) => Math.min(first, Date.parse(instant)), Date.parse(until));
  return { from: new Date(from).toISOString(), until };
}
