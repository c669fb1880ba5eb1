import { dayInMs, type Instant, type PatternReport } from '@refrain/domain';
import { findEpisodeStarts } from '../../metrics/observation/find-episode-starts.ts';
import { pValueOfRateDifference } from '../../stats/compare-counts.ts';
import { formatCount, formatDay } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';

/** Significance level for proposing a declined improvement again: strict, because each new report repeats the test. */
const significance = 0.01;
const minEpisodes = 3;

/**
 * Compares the rate of episodes after `since` with the rate from `from` to `since`, by an exact test of two counts that
 * is corrected for bursts. Days before the pattern was observed do not count.
 * @returns a sentence about the increase, or null if there is no significant increase
 */
export function describeSignificantRateIncrease(
  { members, measurement = null, asOf }: Pick<PatternReport, 'members' | 'measurement' | 'asOf'>,
  from: Instant,
  since: Instant,
): string | null {
  const starts = [...findEpisodeStarts(members).values()];
  const observedFrom = measurement?.trend?.observedFrom ?? from;
  const begin = observedFrom > from ? observedFrom : from;
  const recent = starts.filter((at) => at >= since && at < asOf).length;
  const before = starts.filter((at) => at >= begin && at < since).length;
  const [daysBefore, days] = [daysBetween(begin, since), daysBetween(since, asOf)];
  if (recent < minEpisodes || daysBefore <= 0 || days <= 0) return null;
  const expected = (before * days) / daysBefore;
  const dispersion = [{ value: measurement?.trend?.dispersion ?? 1, weight: 1 }];
  const pair = { before, recent, recentShare: days / (daysBefore + days), dispersion };
  if (recent <= expected || pValueOfRateDifference(pair) > significance) return null;
  return `There have been ${formatCount(recent, 'episode')} in the ${formatCount(Math.round(days), 'day')} since ${formatDay(since)}, where ${formatNumber(expected)} were to be expected at the earlier rate.`;
}

function daysBetween(from: Instant, until: Instant): number {
  return (Date.parse(until) - Date.parse(from)) / dayInMs;
}
