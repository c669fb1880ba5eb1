import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Tests whether this many milliseconds have passed since a stored time. A time of more than a minute in the future also
 * counts as elapsed: it was stored while a clock was wrong, and nothing should wait for it.
 */
export function hasElapsed(time: RawBuilder<unknown>, ms: number | RawBuilder<number>): RawBuilder<SqlBool> {
  return sql`(${time} < now() - ${ms} * interval '1 millisecond' or ${isAhead(time)})`;
}

/** Tests whether a stored time is further in the future than a difference between machine clocks explains. */
export function isAhead(time: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`(${time} > now() + interval '1 minute')`;
}
