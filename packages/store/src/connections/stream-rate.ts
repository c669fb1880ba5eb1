import { type Instant, secondInMs } from '@refrain/domain';
import { sql } from 'kysely';

/** What of a stream's movement is kept: enough to say how fast it went over the last minute. */
export interface StreamMovement {
  /** When the pass began. */
  readonly startedAt: Instant;
  /** Records that came in each tick, the newest tick first. */
  readonly recent: readonly number[];
  /** Number of the first tick in `recent`. */
  readonly recentTick: number;
}

const tickMs = 5 * secondInMs;
const ticksInWindow = 12;
/** Over less than this, a rate would say how large a page is. */
const minMs = 10 * secondInMs;

/** The number of the tick that it is, by the clock of the database. */
export const currentTick = sql<number>`floor(extract(epoch from now()) * 1000 / ${sql.lit(tickMs)})::integer`;

/** `stream.recent` after a page that brought `page.records` records in tick `page.recent_tick`. */
export const recentAfter = sql<number[]>`(
  case when stream.recent_tick >= page.recent_tick
    then array[coalesce(stream.recent[1], 0) + page.records] || stream.recent[2:]
    else array[page.records]
      || array_fill(0, array[least(page.recent_tick - stream.recent_tick - 1, ${sql.lit(ticksInWindow)})])
      || stream.recent
  end)[1:${sql.lit(ticksInWindow)}]`;

/**
 * Records a second that came to all streams over the last minute, or since the first of those that moved began.
 * @returns null where nothing came, or where it is too early to say
 */
export function ratePerSecond(streams: readonly StreamMovement[], now: Instant): number | null {
  const nowMs = Date.parse(now);
  const oldestTick = Math.floor(nowMs / tickMs) - ticksInWindow + 1;
  let records = 0;
  let beganMs = nowMs;
  for (const { recent, recentTick, startedAt } of streams) {
    const own = recent.reduce((sum, count, index) => (recentTick - index >= oldestTick ? sum + count : sum), 0);
    if (own === 0) continue;
    records += own;
    beganMs = Math.min(beganMs, Date.parse(startedAt));
  }
  const ms = nowMs - Math.max(beganMs, oldestTick * tickMs);
  return records === 0 || ms < minMs ? null : Math.round((records / ms) * secondInMs * 100) / 100;
}
