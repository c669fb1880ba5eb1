import { dayInMs, type Instant, type PatternReport } from '@refrain/domain';
import { episodeStarts } from '../../metrics/observation/episode-starts.ts';
import { pValueOfDifference } from '../../stats/compare-counts.ts';
import { formatCount, formatDay } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';

type Risen = Pick<PatternReport, 'members' | 'measurement' | 'asOf'>;

/** Who said no is not asked again for what chance explains: it is asked at every report. */
const significance = 0.01;
const fewest = 3;

/**
 * Whether a pattern comes clearly more often since a moment than in the time before it: by the exact test of two counts, in which
 * episodes that come in bursts count for less. What was not observed is no time without episodes.
 * @param from where the time before begins, or with what was observed where that is later
 * @param since the moment
 * @returns that in a sentence; null where it does not
 */
export function findRise({ members, measurement = null, asOf }: Risen, from: Instant, since: Instant): string | null {
  const starts = [...episodeStarts(members).values()];
  const observedFrom = measurement?.trend?.observedFrom ?? from;
  const begin = observedFrom > from ? observedFrom : from;
  const recent = starts.filter((at) => at >= since && at < asOf).length;
  const before = starts.filter((at) => at >= begin && at < since).length;
  const [daysBefore, days] = [daysBetween(begin, since), daysBetween(since, asOf)];
  if (recent < fewest || daysBefore <= 0 || days <= 0) return null;
  const expected = (before * days) / daysBefore;
  const dispersion = [{ value: measurement?.trend?.dispersion ?? 1, weight: 1 }];
  const pair = { before, recent, recentShare: days / (daysBefore + days), dispersion };
  if (recent <= expected || pValueOfDifference(pair) > significance) return null;
  return `Since ${formatDay(since)} there were ${formatCount(recent, 'episode')} in ${formatCount(Math.round(days), 'day')}, where ${formatNumber(Number(expected.toPrecision(2)))} were to be expected at the pace before.`;
}

function daysBetween(from: Instant, until: Instant): number {
  return (Date.parse(until) - Date.parse(from)) / dayInMs;
}
