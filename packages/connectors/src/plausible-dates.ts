import { dayInMs, type Instant } from '@refrain/domain';

/** The first year of the web. An earlier date is mostly an empty one: 1970 is zero in Unix time, 1900 in spreadsheets. */
const firstYear = 1990;

/**
 * Returns why an instant cannot be the date of a past failure, as the end of a sentence; null if it can. A single failure far
 * outside would stretch every statistic over time.
 * @param now in milliseconds; a day later is allowed, because a local time may be given as UTC
 */
export function describeImplausible(instant: Instant, now: number): string | null {
  const time = Date.parse(instant);
  if (time > now + dayInMs) return 'is in the future';
  return time < Date.UTC(firstYear, 0) ? `is before ${firstYear}` : null;
}
