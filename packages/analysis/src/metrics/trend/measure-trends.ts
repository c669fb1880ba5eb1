import type { ObservedChange, ObservedEpisode, ObservedPeriod, Trends } from '@refrain/domain';
import { significanceLevel } from './compare-windows.ts';
import { computeTrendTestResults, falseDiscoveryRate } from './compute-trend-test-results.ts';
import { describeTrend } from './describe-trend.ts';
import { indexChangesByLocation } from './index-changes-by-location.ts';
import { listWeeks } from './list-weeks.ts';
import {
  createOrganisationSeries,
  createSeriesOfPatterns,
  createSeriesOfServices,
  type TrendSeries,
} from './observe-series.ts';

export interface TrendsInput {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly period: ObservedPeriod;
}

/**
 * Measures how often each pattern, each service and the organisation failed per week and per change. Combines two tests
 * that allow for bursts: one compares the recent window with the time before, the other searches for a change at any
 * time. A trend is significant at 5 %, with a false discovery rate of 10 % per family.
 */
export function measureTrends({ episodes, changes, period }: TrendsInput): Trends {
  const span = { from: Date.parse(period.from), until: Date.parse(period.until) };
  if (!(span.from < span.until)) throw new RangeError('The period of a trend must end after it begins.');
  const isWithin = (instant: string): boolean => Date.parse(instant) >= span.from && Date.parse(instant) < span.until;
  const counted = episodes.filter(({ startedAt }) => isWithin(startedAt));
  const byLocation = indexChangesByLocation(changes.filter(({ at }) => isWithin(at)));
  const weeks = listWeeks(period);
  const knownFrom = byLocation.everywhere?.first ?? span.until;
  const describeFamily = (family: readonly TrendSeries[]) =>
    computeTrendTestResults(family, knownFrom).map((tested) => describeTrend(tested, weeks, knownFrom));
  const [organisation] = describeFamily([createOrganisationSeries(counted, span, byLocation)]);
  if (organisation === undefined) throw new RangeError('No trend was measured for the organisation.');
  return {
    period,
    significance: significanceLevel,
    falseDiscoveryRate,
    organisation,
    services: describeFamily(createSeriesOfServices(counted, span, byLocation)),
    patterns: describeFamily(createSeriesOfPatterns(counted, span, byLocation)),
  };
}
