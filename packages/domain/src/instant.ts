import { z } from 'zod';

/** A point in time in UTC with milliseconds, such as `2026-01-31T08:15:00.000Z`. Its text order is its time order. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine(isInRange, { error: 'must be in the years 1 to 9999, in UTC' })
  .overwrite((text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()))
  .meta({ description: 'ISO 8601 instant, returned in UTC' });
export type Instant = z.output<typeof Instant>;

export const secondInMs = 1_000;
export const minuteInMs = 60 * secondInMs;
export const hourInMs = 60 * minuteInMs;
export const dayInMs = 24 * hourInMs;

/** Providers reset their count of requests within an hour. A later reset comes from a wrong clock or a wrong unit. */
export const maxResetMs = 65 * minuteInMs;

/** The tolerated difference between two clocks, or correction of one. */
const toleratedMs = minuteInMs;

/**
 * Returns the milliseconds since a time that this system stored. Returns infinity for a time that is ahead of the
 * clock: it was stored while the clock was ahead, so how long ago that was is unknown, and what waits for it must not
 * wait until that time comes.
 * @param now milliseconds since 1970
 */
export function elapsedMs(since: Instant | number, now: number): number {
  const ms = now - (typeof since === 'number' ? since : Date.parse(since));
  return ms < -toleratedMs ? Number.POSITIVE_INFINITY : ms;
}

/** Beyond these years JavaScript writes a sign before the year, and PostgreSQL does not read that. */
function isInRange(text: string): boolean {
  const time = Date.parse(text);
  return (
    Number.isNaN(time) || (time >= Date.parse('0001-01-01T00:00:00Z') && time < Date.parse('+010000-01-01T00:00:00Z'))
  );
}
