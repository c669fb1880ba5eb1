import { type Connection, elapsedMs, hourInMs, type Instant } from '@refrain/domain';
import { overlapMs, type StreamPoint, type StreamRow } from '@refrain/store';
import { formatPosition, parsePosition } from './stream-position.ts';

/** Of the time between two syncs. A pass that began so shortly ago is fresh: schedules run at once after a restart, right behind a backfill. */
const freshPart = 0.8;
/**
 * While GitHub's events come, they say where to look (`sync-stream`), and a pass over everything is for what they missed. It
 * costs a request for each list: for an App, whose validators end with its token each hour, a counted one.
 */
const fullSyncMs = 6 * hourInMs;

export interface StreamRestart {
  readonly stream: string;
  readonly point: StreamPoint;
  /** When the row that this was planned from had last changed. */
  readonly updatedAt: Instant;
}

/**
 * Which streams start again, and from when: a drained one from shortly before its last pass began, a failed one from
 * where it stands. Those that are fresh, that still move, and those that are gone at the provider, are left alone.
 * @param listed what the provider lists now
 * @param now milliseconds since 1970
 * @param syncEveryMs between two syncs
 * @param fullSyncEveryMs between two passes while GitHub's events come
 */
export function planSync(
  { provider, webhook }: Pick<Connection, 'provider' | 'webhook'>,
  rows: readonly StreamRow[],
  listed: readonly string[],
  now: number,
  syncEveryMs: number,
  fullSyncEveryMs = fullSyncMs,
): StreamRestart[] {
  const wanted = new Set(listed);
  const freshMs = provider === 'github' && webhook.state === 'active' ? fullSyncEveryMs : freshPart * syncEveryMs;
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
 * Where a drained stream begins again to find what is missing from a day on; null for one that still moves or failed. The next
 * sync reads what is new since this pass: it reaches back to where the last one would have begun, be it before that day.
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

/** Where a drained stream begins to look for what is new; null for one that still moves or failed. */
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

/** Replaces a time ahead of the clock, which was stored while the clock was ahead: a pass from there on would find nothing. */
function notAhead(since: Instant | null, now: number): Instant | null {
  return since === null || Date.parse(since) <= now ? since : new Date(now - overlapMs).toISOString();
}
