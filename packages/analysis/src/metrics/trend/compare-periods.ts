import type { ControlChart, RateComparison, TrendDirection } from '@refrain/domain';
import {
  intervalOfRateRatio,
  minPValueOfRateDifference,
  pValueOfRateDifference,
  rulesOutRateChangeBy,
  type TwoPeriodCounts,
} from '../../stats/compare-counts.ts';
import { type BlockCounts, estimateDispersions, poissonDispersion } from '../../stats/dispersion.ts';
import { steadyWithin, trendSignificanceLevel } from './compare-windows.ts';

export interface PeriodCounts {
  readonly episodes: number;
  readonly changes: number;
}

export interface PeriodComparison {
  readonly direction: TrendDirection;
  readonly unit: ControlChart['unit'];
  readonly ratio: RateComparison['ratio'];
}

/**
 * Compares the rates of two periods of equal length, like a trend with a chosen window. Rates per change need changes in both
 * periods; without them the periods are compared by time.
 * @param weeks the counts of all recorded weeks, from which the dispersion is estimated
 * @param preferredUnit the unit of the control chart, which shows the same episodes
 */
export function comparePeriods(
  before: PeriodCounts,
  recent: PeriodCounts,
  weeks: BlockCounts,
  preferredUnit: ControlChart['unit'],
): PeriodComparison {
  const isByChanges = preferredUnit === '100_changes' && before.changes > 0 && recent.changes > 0;
  const [exposureBefore, exposureRecent] = isByChanges ? [before.changes, recent.changes] : [1, 1];
  const pair: TwoPeriodCounts = {
    before: before.episodes,
    recent: recent.episodes,
    recentShare: exposureRecent / (exposureBefore + exposureRecent),
    dispersion: estimateDispersions([weeks])[0] ?? poissonDispersion,
  };
  const value = before.episodes === 0 ? null : recent.episodes / exposureRecent / (before.episodes / exposureBefore);
  const ratio = before.episodes + recent.episodes === 0 ? { low: 0, high: null } : intervalOfRateRatio(pair);
  return {
    direction: decideDirection(pair, recent.episodes * exposureBefore > before.episodes * exposureRecent),
    unit: isByChanges ? '100_changes' : 'week',
    ratio: { value, ...ratio },
  };
}

function decideDirection(pair: TwoPeriodCounts, isHigher: boolean): TrendDirection {
  if (minPValueOfRateDifference(pair) > trendSignificanceLevel) return 'too_few';
  if (pValueOfRateDifference(pair) <= trendSignificanceLevel) return isHigher ? 'rising' : 'falling';
  return rulesOutRateChangeBy(steadyWithin, pair) ? 'steady' : 'no_clear_change';
}
