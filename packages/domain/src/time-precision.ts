import { z } from 'zod';
import { dayInMs, type Instant } from './instant.ts';

/**
 * The precision of a time. An instant of precision `minute`, `day` or `month` is the beginning of that period in UTC.
 * Ordered from the finest to the coarsest.
 */
export const TimePrecision = z.enum(['instant', 'minute', 'day', 'month']);
export type TimePrecision = z.infer<typeof TimePrecision>;

export function coarserPrecision(a: TimePrecision, b: TimePrecision): TimePrecision {
  const order = TimePrecision.options;
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/**
 * Returns whether a time of this precision has a time of day. Without one it has no neighbourhood in time and no
 * duration.
 */
export function hasTimeOfDay(precision: TimePrecision): boolean {
  return precision === 'instant' || precision === 'minute';
}

/**
 * Returns the latest time that an instant of this precision may mean, in ms since 1970: the end of its day or month if
 * it has no time of day.
 */
export function latestTimeOf(at: Instant, precision: TimePrecision): number {
  const start = new Date(at);
  if (precision === 'month') return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1);
  return start.getTime() + (precision === 'day' ? dayInMs : 0);
}
