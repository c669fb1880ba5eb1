import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Tests whether this many milliseconds have passed since a stored time. This also holds for a time more than a minute
 * ahead of the clock: it was stored while the clock was ahead, and nothing should wait until that time.
 */
export function hasElapsed(time: RawBuilder<unknown>, ms: number | RawBuilder<number>): RawBuilder<SqlBool> {
  return sql`(${time} < now() - ${ms} * interval '1 millisecond' or ${isAhead(time)})`;
}

/** Tests whether a stored time is further ahead of the clock than a difference between machines explains. */
export function isAhead(time: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`(${time} > now() + interval '1 minute')`;
}
