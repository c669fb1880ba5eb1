import { type Instant, secondInMs } from '@refrain/domain';
import { sql } from 'kysely';

export interface RecentRecordCounts {
  /** When the current pass over the stream began. */
  readonly startedAt: Instant;
  /** Numbers of records per tick of five seconds, newest tick first. */
  readonly recent: readonly number[];
  /** The number of the tick to which the first number in `recent` belongs. */
  readonly recentTick: number;
}

const tickMs = 5 * secondInMs;
const ticksInWindow = 12;
/**
 * Minimum time over which a rate is computed. Over less, it would depend on how many records one response contains.
 */
const minMs = 10 * secondInMs;

/** SQL for the number of the current tick of five seconds, by the database clock. */
export const currentFiveSecondTick = sql<number>`floor(extract(epoch from now()) * 1000 / ${sql.lit(tickMs)})::integer`;

/** SQL for the new value of `stream.recent` after `page.records` records arrived in tick `page.recent_tick`. */
export const nextRecentRecordCounts = sql<number[]>`(
  case when stream.recent_tick >= page.recent_tick
    then array[coalesce(stream.recent[1], 0) + page.records] || stream.recent[2:]
    else array[page.records]
      || array_fill(0, array[least(page.recent_tick - stream.recent_tick - 1, ${sql.lit(ticksInWindow)})])
      || stream.recent
  end)[1:${sql.lit(ticksInWindow)}]`;

/**
 * Returns the records per second of all streams together, over the last minute, or since the earliest stream began if
 * that is later.
 * @returns null if no record arrived, or within the first ten seconds
 */
export function ratePerSecond(streams: readonly RecentRecordCounts[], now: Instant): number | null {
  const nowMs = Date.parse(now);
  const oldestTick = Math.floor(nowMs / tickMs) - ticksInWindow + 1;
  let records = 0;
  let beganMs = nowMs;
  for (const { recent, recentTick, startedAt } of streams) {
    const streamRecords = recent.reduce(
      (sum, count, index) => (recentTick - index >= oldestTick ? sum + count : sum),
      0,
    );
    if (streamRecords === 0) continue;
    records += streamRecords;
    beganMs = Math.min(beganMs, Date.parse(startedAt));
  }
  const ms = nowMs - Math.max(beganMs, oldestTick * tickMs);
  return records === 0 || ms < minMs ? null : Math.round((records / ms) * secondInMs * 100) / 100;
}
