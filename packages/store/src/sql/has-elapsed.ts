import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Whether this many milliseconds have passed since a stored time. They have if the time is more than a minute ahead of the clock: it was
 * stored while the clock was ahead, and what waits for it must not wait until that time comes.
 */
export function hasElapsed(time: RawBuilder<unknown>, ms: number | RawBuilder<number>): RawBuilder<SqlBool> {
  return sql`(${time} < now() - ${ms} * interval '1 millisecond' or ${isAhead(time)})`;
}

/** Whether a stored time is so far ahead of the clock that no difference between machines explains it. */
export function isAhead(time: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`(${time} > now() + interval '1 minute')`;
}
