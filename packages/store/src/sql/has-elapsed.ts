import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * SQL for whether this many milliseconds have passed since a stored time. A time of more than a minute in the future
 * was stored by a wrong clock. It also counts as elapsed, so that nothing waits for it.
 */
export function hasElapsed(time: RawBuilder<unknown>, ms: number | RawBuilder<number>): RawBuilder<SqlBool> {
  return sql`(${time} < now() - ${ms} * interval '1 millisecond' or ${isAheadOfClock(time)})`;
}

/** SQL for whether a stored time is so far in the future that a wrong clock must have stored it. */
export function isAheadOfClock(time: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`(${time} > now() + interval '1 minute')`;
}
