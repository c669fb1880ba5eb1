import { formatDay } from '../labels/times.ts';
import type { OverviewSearchParameters } from '../list/search-parameters.ts';
import { toInstantRange } from '../list/to-instant-range.ts';

/** The part of the URL that selects the period: a number of days up to the newest measurement, or days of the calendar. */
export type OverviewRange = Pick<OverviewSearchParameters, 'days' | 'since' | 'until'>;

export const defaultDays = 90;
export const presets = [
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 182, label: '6 months' },
  { days: 365, label: '12 months' },
] as const;

export function pickRange({ days, since, until }: OverviewRange): OverviewRange {
  return { days, since, until };
}

export function isCustomRange({ since, until }: OverviewRange): boolean {
  return since !== undefined || until !== undefined;
}

export function toOverviewQuery({ days = defaultDays, since, until }: OverviewRange) {
  return since === undefined ? { days, ...toInstantRange(undefined, until) } : toInstantRange(since, until);
}

interface PeriodNames {
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
  if (isCustomRange(range)) {
    // The period ends at the start of a day, so its last day is the day before.
    const last = formatDay(new Date(Date.parse(period.until) - 1).toISOString());
    return { recent: `from ${formatDay(period.from)} to ${last}`, before: 'in the period before' };
  }
  const { days = defaultDays } = range;
  const length = presets.find((preset) => preset.days === days)?.label ?? `${days} days`;
  return {
    recent: lastDay === null ? `in the last ${length}` : `in the ${length} to ${lastDay}`,
    before: `in the ${length} before`,
  };
}
