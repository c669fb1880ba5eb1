import { formatDay, formatShortDay } from '../labels/times.ts';
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

/** Returns the query parameters of the API; none for all time. */
export function toPeriodQuery(period: PeriodParameters, defaultDays: number) {
  const { days = defaultDays, since, until } = period;
  if (isCustomPeriod(period)) return toInstantRange(since, until);
  return days === 'all' ? {} : { days };
}

/** Names the length of a period: `90 days`, `12 months`. */
export function formatPeriodLength(days: number): string {
  return periodPresets.find((preset) => preset.days === days)?.label ?? `${days} days`;
}

/** Names a period in the header of a column: `Last 12 months`, `All time`, `1 Sep – 30 Nov`. */
export function namePeriod(period: PeriodParameters, defaultDays: number): string {
  const { days = defaultDays, since, until } = period;
  if (since !== undefined && until !== undefined) return `${formatShortDay(since)} – ${formatShortDay(until)}`;
  if (since !== undefined) return `Since ${formatShortDay(since)}`;
  if (until !== undefined) return `Until ${formatShortDay(until)}`;
  return days === 'all' ? 'All time' : `Last ${formatPeriodLength(days)}`;
}

/** Describes the first and the last day of a period: `from 1 Sept 2026 to 30 Nov 2026`. */
export function describePeriodDays({ from, until }: { readonly from: string; readonly until: string }): string {
  // A period may end at the start of a day, so its last day is the day before.
  return `from ${formatDay(from)} to ${formatDay(new Date(Date.parse(until) - 1).toISOString())}`;
}

/** Returns the day of an instant in the viewer's time zone, as `<input type="date">` formats it. */
export function toDay(instant: string): string {
  const at = new Date(instant);
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}
