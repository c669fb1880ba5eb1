import { z } from 'zod';
import { dayInMs, type Instant } from './instant.ts';

/** The precision of a time, finest first. A time of precision `minute`, `day` or `month` is the start of that period (UTC). */
export const TimePrecision = z.enum(['instant', 'minute', 'day', 'month']);
export type TimePrecision = z.infer<typeof TimePrecision>;

export function pickCoarserPrecision(a: TimePrecision, b: TimePrecision): TimePrecision {
  const order = TimePrecision.options;
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

export function hasTimeOfDay(precision: TimePrecision): boolean {
  return precision === 'instant' || precision === 'minute';
}

/** Returns the latest instant that a time of a given precision can mean, such as the end of a day, in ms since 1970. */
export function computeLatestTimeMs(at: Instant, precision: TimePrecision): number {
  const start = new Date(at);
  if (precision === 'month') return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1);
  return start.getTime() + (precision === 'day' ? dayInMs : 0);
}
