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
 * How often each pattern, each service and the organisation failed, by week and by change, and whether that changed. What lies
 * outside of the period does not count.
 *
 * Of each rate it is tested whether it is constant, by two tests whose chances are combined: the recent window against the
 * time before it, and a search for a change at any moment. Both allow for bursts. Rising or falling is what is significant at
 * 5 % and at a false discovery rate of 10 % over all patterns (all services; the organisation), where the rate did not change
 * long ago. The order of the input does not matter.
 * @throws {RangeError} where the period is empty
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
