import { z } from 'zod';
import { dayInMs, type Instant } from './instant.ts';

/**
 * How precisely a time is known. An instant of a day or a month is its beginning in UTC; of a minute, its beginning.
 * Ordered from the finest to the coarsest.
 */
export const TimePrecision = z.enum(['instant', 'minute', 'day', 'month']);
export type TimePrecision = z.infer<typeof TimePrecision>;

/** The less precise one. */
export function coarserPrecision(a: TimePrecision, b: TimePrecision): TimePrecision {
  const order = TimePrecision.options;
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

/** Whether a time of this precision has a time of day: without one, it is near nothing and has no duration. */
export function hasTimeOfDay(precision: TimePrecision): boolean {
  return precision === 'instant' || precision === 'minute';
}

/** The latest time that an instant of this precision may mean, in ms since 1970: where it has no time of day, the end of its day or month. */
export function latestTimeOf(at: Instant, precision: TimePrecision): number {
  const start = new Date(at);
  if (precision === 'month') return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1);
  return start.getTime() + (precision === 'day' ? dayInMs : 0);
}
