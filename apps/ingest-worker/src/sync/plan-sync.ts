import { type Connection, elapsedMs, hourInMs, type Instant } from '@refrain/domain';
import { overlapMs, type StreamPoint, type StreamRow } from '@refrain/store';
import { formatPosition, parsePosition } from './stream-position.ts';

/**
 * The part of the sync interval for which a pass counts as fresh. Schedules run at once after a restart, which may be right
 * after a backfill.
 */
const freshShare = 0.8;
/**
 * While webhooks that cover all streams arrive, they name the streams to sync (`sync-stream`), and a full sync only finds what they missed.
 * It costs a request for each list, which counts for a GitHub App: its validators expire with its token every hour.
 */
const fullSyncMs = 6 * hourInMs;

export interface StreamRestart {
  readonly stream: string;
  readonly point: StreamPoint;
  /** The time of the last change of the row that the plan is based on. */
  readonly updatedAt: Instant;
}

/**
 * Plans which streams restart, and from when: a finished one from shortly before the start of its last pass, a failed one from
 * its cursor. Fresh streams, streams that are being pulled and streams that the provider no longer lists do not restart.
 * @param listed the streams that the provider lists now
 * @param now milliseconds since 1970
 * @param syncEveryMs milliseconds between two syncs
 * @param fullSyncEveryMs milliseconds between two full syncs while webhooks that cover all streams arrive
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
    const startedAt = parsePosition(row.cursor)?.startedAt;
    const isFresh = row.state === 'done' && startedAt !== undefined && elapsedMs(startedAt, now) < freshMs;
    if (!wanted.has(row.stream) || isFresh) return [];
    const point =
      row.state === 'failed' ? { cursor: row.cursor, since: notAhead(row.since, now) } : syncPointOf(row, now);
    return point === null ? [] : [{ stream: row.stream, point, updatedAt: row.updatedAt }];
  });
}

/**
 * Returns the point from which a finished stream finds what is missing since a day; null for any other stream. It is the
 * start of the next sync if that is earlier, since the sync after the refill only reads what is new since the refill.
 * @param day `YYYY-MM-DD`
 */
export function refillPointOf(row: StreamRow, day: string, now: number): StreamPoint | null {
  const first = `${day}T00:00:00.000Z`;
  const sync = syncPointOf(row, now);
  if (sync === null) return null;
  const { cursor, since } = sync;
  const isFurther = cursor !== null && since !== null && since < first;
  return { cursor: null, since: isFurther ? since : first };
}

/** Returns the point from which the sync of a finished stream starts; null for any other stream. */
export function syncPointOf({ state, cursor, since }: StreamRow, now: number): StreamPoint | null {
  if (state !== 'done') return null;
  const last = parsePosition(cursor);
  if (last === null) return { cursor: null, since: notAhead(since, now) };
  const startedAt = new Date(now).toISOString();
  return {
    cursor: formatPosition({ startedAt, cursor: null, isSync: true, validator: last.validator }),
    since: new Date(Math.min(Date.parse(last.startedAt), now) - overlapMs).toISOString(),
  };
}

/** Replaces a time in the future, stored while the clock was ahead: a pass from there would find nothing. */
function notAhead(since: Instant | null, now: number): Instant | null {
  return since === null || Date.parse(since) <= now ? since : new Date(now - overlapMs).toISOString();
}
