import type { ObservedChange, ObservedEpisode, ObservedPeriod, Trends } from '@refrain/domain';
import { level } from './compare-windows.ts';
import { describeTrend } from './describe-trend.ts';
import { indexChanges } from './index-changes.ts';
import { listWeeks } from './list-weeks.ts';
import { observeOrganisation, observePatterns, observeServices, type Series } from './observe-series.ts';
import { falseDiscoveryRate, testFamily } from './test-family.ts';

export interface TrendsInput {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly period: ObservedPeriod;
}

/**
 * Measures how often each pattern, each service and the organisation failed, by week and by change, and whether that
 * changed. Data outside of the period is ignored. Each rate is tested for constancy by two tests whose p-values are
 * combined: the recent window against the time before, and a search for a change at any moment. Both allow for bursts.
 * Rising or falling means significant at 5 %, at a false discovery rate of 10 % over all patterns (or services, or the
 * organisation), and changed recently. The order of the input does not matter. @throws {RangeError} if the period is
 * empty
 */
export function measureTrends({ episodes, changes, period }: TrendsInput): Trends {
  const span = { from: Date.parse(period.from), until: Date.parse(period.until) };
  if (!(span.from < span.until)) throw new RangeError('Trends need a period whose end is after its beginning');
  const isWithin = (instant: string): boolean => Date.parse(instant) >= span.from && Date.parse(instant) < span.until;
  const counted = episodes.filter(({ startedAt }) => isWithin(startedAt));
  const byLocation = indexChanges(changes.filter(({ at }) => isWithin(at)));
  const weeks = listWeeks(period);
  const knownFrom = byLocation.everywhere?.first ?? span.until;
  const describeFamily = (family: readonly Series[]) =>
    testFamily(family, knownFrom).map((tested) => describeTrend(tested, weeks, knownFrom));
  const [organisation] = describeFamily([observeOrganisation(counted, span, byLocation)]);
  if (organisation === undefined) throw new RangeError('An organisation has one trend');
  return {
    period,
    significance: level,
    falseDiscoveryRate,
    organisation,
    services: describeFamily(observeServices(counted, span, byLocation)),
    patterns: describeFamily(observePatterns(counted, span, byLocation)),
  };
}
