import { type Connection, elapsedMs, hourInMs, type Instant } from '@refrain/domain';
import {
  formatStreamPosition,
  parseStreamPosition,
  type StreamPassPosition,
  type StreamRow,
  streamPassOverlapMs,
} from '@refrain/store';

/**
 * A stream is not synced again within this share of the sync interval. Otherwise each restart of Refrain would sync all
 * streams, because a restart runs all schedules immediately.
 */
const freshShare = 0.8;
/**
 * Interval of full syncs while webhooks arrive for all streams. Such a sync finds only what the webhooks missed, and needs a
 * request per list. For a GitHub App each request counts towards the rate limit, because ETags expire with the App's token
 * every hour.
 */
const fullSyncMs = 6 * hourInMs;

export interface StreamRestart {
  readonly stream: string;
  readonly point: StreamPassPosition;
  readonly updatedAt: Instant;
}

/**
 * Plans which streams restart: finished ones shortly before the start of their last pass, failed ones at their cursor. Fresh,
 * running and unlisted streams do not restart.
 * @param fullSyncEveryMs replaces `syncEveryMs` while webhooks that cover all streams arrive
 */
export function planSync(
  { webhook, eventsCoverAll }: Pick<Connection, 'webhook'> & { readonly eventsCoverAll: boolean },
  rows: readonly StreamRow[],
  listed: readonly string[],
  now: number,
  syncEveryMs: number,
  fullSyncEveryMs = fullSyncMs,
): StreamRestart[] {
  const wanted = new Set(listed);
  const freshMs = eventsCoverAll && webhook.state === 'active' ? fullSyncEveryMs : freshShare * syncEveryMs;
  return rows.flatMap((row) => {
    const startedAt = parseStreamPosition(row.cursor)?.startedAt;
    const isFresh = row.state === 'done' && startedAt !== undefined && elapsedMs(startedAt, now) < freshMs;
    if (!wanted.has(row.stream) || isFresh) return [];
    const point =
      row.state === 'failed' ? { cursor: row.cursor, since: notAhead(row.since, now) } : findSyncStart(row, now);
    return point === null ? [] : [{ stream: row.stream, point, updatedAt: row.updatedAt }];
  });
}

/**
 * Returns where a finished stream must restart to refill a day (`YYYY-MM-DD`); null for any other stream. The position is never
 * later than that of `findSyncStart`, because the next sync continues after the refill and would miss the records in between.
 */
export function findGapRefillStart(row: StreamRow, day: string, now: number): StreamPassPosition | null {
  const first = `${day}T00:00:00.000Z`;
  const sync = findSyncStart(row, now);
  if (sync === null) return null;
  const { cursor, since } = sync;
  const isFurther = cursor !== null && since !== null && since < first;
  return { cursor: null, since: isFurther ? since : first };
}

/** Returns where the sync of a finished stream starts; null for any other stream. */
export function findSyncStart({ state, cursor, since }: StreamRow, now: number): StreamPassPosition | null {
  if (state !== 'done') return null;
  const last = parseStreamPosition(cursor);
  if (last === null) return { cursor: null, since: notAhead(since, now) };
  const startedAt = new Date(now).toISOString();
  return {
    cursor: formatStreamPosition({ startedAt, cursor: null, isSync: true, validator: last.validator }),
    since: new Date(Math.min(Date.parse(last.startedAt), now) - streamPassOverlapMs).toISOString(),
  };
}

/** Replaces a future start, stored while the clock was ahead, by a recent one, because no record is newer than a future start. */
function notAhead(since: Instant | null, now: number): Instant | null {
  return since === null || Date.parse(since) <= now ? since : new Date(now - streamPassOverlapMs).toISOString();
}
