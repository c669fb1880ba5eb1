import type { Schemas } from '../api/refrain.ts';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const utcDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const utcShortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const utcMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
/** Avoids "last year", which can be read as the calendar year before. */
const exactRelative = new Intl.RelativeTimeFormat('en');

export const millisecondsPerDay = 24 * 60 * 60 * 1_000;

export const formatDay = (instant: string) => day.format(new Date(instant));
export const formatTimeOfDay = (instant: string) => timeOfDay.format(new Date(instant));
/** Formats a day such as `2026-09-01` without its year: `1 Sept`. */
export const formatShortDay = (day: string) => shortDay.format(new Date(`${day}T00:00`));
/** Names a week by its first day: `31 Aug`. @param from the beginning of the week, at midnight UTC */
export const formatWeek = (from: string) => utcShortDay.format(new Date(from));
export const formatDayAndTime = (instant: string) => minute.format(new Date(instant));

/**
 * Formats the day, or the month, of a time: `4 May 2026`, or `May 2026`. A time without a time of day does not depend
 * on the viewer's time zone.
 */
export const formatDate = (instant: string, precision: Schemas['ListedFailure']['precision']) =>
  (precision === 'month' ? utcMonth : precision === 'day' ? utcDay : day).format(new Date(instant));

/** Formats an instant in UTC, for comparison with logs: `2026-05-04 13:07 UTC`. */
export const formatUtc = (instant: string) => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

const steps = [
  ['year', 365 * 24 * 60],
  ['month', 30 * 24 * 60],
  ['week', 7 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** Formats an instant relative to now: `3 weeks ago`, `in 2 days`. */
export function formatRelativeTime(instant: string, now: number): string {
  const minutes = Math.round((Date.parse(instant) - now) / 60_000);
  if (minutes === 0) return 'just now';
  const [unit, size] = steps.find(([, size]) => Math.abs(minutes) >= size) ?? ['minute', 1];
  const format = unit === 'year' || unit === 'month' || unit === 'week' ? exactRelative : relative;
  return format.format(Math.round(minutes / size), unit);
}

export function formatDuration(from: string, to: string): string {
  return formatDurationMinutes(Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000)));
}

/** Formats a duration in its two largest units: `3 h 20 min`, `2 d 4 h`. @param minutes an integer, at least 1 */
export function formatDurationMinutes(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return shown.map(([amount, unit]) => `${amount} ${unit}`).join(' ');
}

/** Formats hours in the two largest units: `25 min`, `3 h 20 min`, `2 d 4 h`. */
export function formatHours(hours: number): string {
  return formatDurationMinutes(Math.max(1, Math.round(hours * 60)));
}
