import { z } from 'zod';

/** A time in UTC with milliseconds, such as `2026-01-31T08:15:00.000Z`. Sorting as text sorts by time. */
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

/** A rate limit resets within this time, because limits are hourly. A longer time means a wrong clock or unit. */
export const maxRateLimitResetMs = 65 * minuteInMs;

/**
 * Returns the milliseconds since a stored time. Returns infinity for a time that is more than a minute in the future.
 * Such a time was stored by a wrong clock, so callers must not wait until then.
 */
export function elapsedMs(since: Instant | number, now: number): number {
  const ms = now - (typeof since === 'number' ? since : Date.parse(since));
  return ms < -minuteInMs ? Number.POSITIVE_INFINITY : ms;
}

/** Outside of the years 1 to 9999, JavaScript formats years with a sign, which PostgreSQL cannot parse. */
function isInRange(text: string): boolean {
  const time = Date.parse(text);
  return (
    Number.isNaN(time) || (time >= Date.parse('0001-01-01T00:00:00Z') && time < Date.parse('+010000-01-01T00:00:00Z'))
  );
}
