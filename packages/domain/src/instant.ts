import { z } from 'zod';

/** A point in time in UTC, to the millisecond, as `2026-01-31T08:15:00.000Z`: sorts as text in the order of time. */
export const Instant = z.iso
  .datetime({ offset: true })
  .overwrite((text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()))
  .meta({ description: 'ISO 8601 instant, given back in UTC' });
export type Instant = z.output<typeof Instant>;

export const secondInMs = 1_000;
export const minuteInMs = 60 * secondInMs;
export const hourInMs = 60 * minuteInMs;
export const dayInMs = 24 * hourInMs;
