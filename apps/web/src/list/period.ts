import { formatDay, formatShortDay } from '../labels/times.ts';
import { findQuarter, matchQuarter } from './quarter.ts';
import { toInstantRange } from './to-instant-range.ts';

/** The part of a URL that selects a period: a number of days up to the newest measurement, all time, or days of the calendar. */
export interface PeriodParameters {
  readonly days?: number | 'all' | undefined;
  /** The first and the last day, in the viewer's time zone. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

export const periodPresets = [
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 182, label: '6 months' },
  { days: 365, label: '12 months' },
] as const;

export function pickPeriod({ days, since, until }: PeriodParameters) {
  return { days, since, until };
}

export function isCustomPeriod({ since, until }: PeriodParameters): boolean {
  return since !== undefined || until !== undefined;
}

export function isAllTime(period: PeriodParameters): boolean {
  return period.days === 'all' && !isCustomPeriod(period);
}

/** Returns the query parameters of the API; none for all time. */
export function toPeriodQuery(period: PeriodParameters, defaultDays: number | 'all') {
  const { days = defaultDays, since, until } = period;
  if (isCustomPeriod(period)) return toInstantRange(since, until);
  return days === 'all' ? {} : { days };
}

/** Names the length of a period: `90 days`, `12 months`. */
export function formatPeriodLength(days: number): string {
  return periodPresets.find((preset) => preset.days === days)?.label ?? `${days} days`;
}

/** Names a period in the header of a column: `Last 12 months`, `Q3 2026`, `All time`, `1 Sep – 30 Nov`. */
export function namePeriod(period: PeriodParameters, defaultDays: number | 'all'): string {
  const { days = defaultDays, since, until } = period;
  if (since !== undefined && until !== undefined)
    return matchQuarter(since, until)?.name ?? `${formatShortDay(since)} – ${formatShortDay(until)}`;
  if (since !== undefined) return isCurrentQuarter(since) ? 'This quarter' : `Since ${formatShortDay(since)}`;
  if (until !== undefined) return `Until ${formatShortDay(until)}`;
  return days === 'all' ? 'All time' : `Last ${formatPeriodLength(days)}`;
}

/** Describes the first and the last day of a period: `from 1 Sept 2026 to 30 Nov 2026`. */
export function describePeriodDays({ from, until }: { readonly from: string; readonly until: string }): string {
  // A period may end at the start of a day, so its last day is the day before.
  return `from ${formatDay(from)} to ${formatDay(new Date(Date.parse(until) - 1).toISOString())}`;
}

function isCurrentQuarter(since: string): boolean {
  return findQuarter(new Date()).since === since;
}

/** Names a period within a sentence: `in the last 12 months`, `in Q3 2026`, `from 1 Sept 2026 to 30 Nov 2026`. */
export function describePeriod(
  period: PeriodParameters,
  defaultDays: number,
  shown: { readonly from: string; readonly until: string } | null | undefined,
): string {
  const { days = defaultDays, since, until } = period;
  if (!isCustomPeriod(period)) return days === 'all' ? 'of all time' : `in the last ${formatPeriodLength(days)}`;
  const quarter = since !== undefined && until !== undefined ? matchQuarter(since, until) : null;
  if (quarter !== null) return `in ${quarter.name}`;
  if (until === undefined && since !== undefined && isCurrentQuarter(since)) return 'in this quarter so far';
  return shown ? describePeriodDays(shown) : 'in the chosen period';
}
