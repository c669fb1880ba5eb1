import { dayInMs, type ObservedEpisode, type ObservedPeriod, type TrendDirection } from '@refrain/domain';
import { comparePeriods } from './compare-periods.ts';

const weekInMs = 7 * dayInMs;
/** Number of weeks before the end of a period, two years, that show how much its count varies. */
export const comparedWeeks = 104;

/**
 * Returns whether the number of episodes changed since the period before, as a test of the two counts says. The weeks before the
 * end of the period show how much the counts vary.
 */
export function compareWithPeriodBefore(
  episodes: readonly Pick<ObservedEpisode, 'startedAt'>[],
  { until }: Pick<ObservedPeriod, 'until'>,
  counts: { readonly recent: number; readonly before: number },
): TrendDirection {
  const weeksAgo = episodes
    .map(({ startedAt }) => Math.floor((Date.parse(until) - 1 - Date.parse(startedAt)) / weekInMs))
    .filter((week) => week >= 0 && week < comparedWeeks);
  const weeks = Array.from({ length: weeksAgo.reduce((most, week) => Math.max(most, week + 1), 0) }, (_, week) =>
    weeksAgo.reduce((count, one) => count + Number(one === week), 0),
  );
  const toCounts = (of: number) => ({ episodes: of, changes: 0 });
  const history = { counts: weeks, exposures: weeks.map(() => 1) };
  return comparePeriods(toCounts(counts.before), toCounts(counts.recent), history, 'week').direction;
}
