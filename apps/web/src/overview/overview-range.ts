import { count } from '../labels/format.ts';
import { millisecondsPerDay } from '../labels/times.ts';
import { describePeriod, describePeriodDays, formatPeriodLength, isCustomPeriod } from '../list/period.ts';
import type { OverviewSearchParameters } from '../list/search-parameters.ts';
import { toInstantRange } from '../list/to-instant-range.ts';

/** The part of the URL that selects the period: a number of days up to the newest measurement, or days of the calendar. */
export type OverviewRange = Pick<OverviewSearchParameters, 'days' | 'since' | 'until'>;

export const defaultDays = 90;

export function toOverviewQuery({ days = defaultDays, since, until }: OverviewRange) {
  return since === undefined ? { days, ...toInstantRange(undefined, until) } : toInstantRange(since, until);
}

/** Returns the search parameters by which another page shows the same period, whatever its default period is. */
export function toShownRange({ days = defaultDays, since, until }: OverviewRange) {
  return isCustomPeriod({ since, until }) ? { days: undefined, since, until } : { days, since, until };
}

export interface PeriodNames {
  /** For example `in the last 90 days` */
  readonly recent: string;
  /** For example `in the 90 days before` */
  readonly before: string;
}

/** @param lastDay the last day of outdated data; null if the data is current */
export function namePeriods(
  range: OverviewRange,
  period: { readonly from: string; readonly until: string },
  lastDay: string | null,
): PeriodNames {
  if (isCustomPeriod(range)) {
    const days = Math.round((Date.parse(period.until) - Date.parse(period.from)) / millisecondsPerDay);
    const isCut = lastDay !== null && (range.until === undefined || Date.parse(period.until) < Date.parse(range.until));
    return {
      recent: isCut ? describePeriodDays(period) : describePeriod(range, defaultDays, period),
      before: `in the ${count(days, 'day')} before`,
    };
  }
  const { days = defaultDays } = range;
  const length = formatPeriodLength(days);
  return {
    recent: lastDay === null ? `in the last ${length}` : `in the ${length} to ${lastDay}`,
    before: `in the ${length} before`,
  };
}
