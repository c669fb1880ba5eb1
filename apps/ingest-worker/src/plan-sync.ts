import { type Instant, minuteInMs } from '@refrain/domain';
import type { StreamPoint, StreamRow } from '@refrain/store';
import { formatPosition, parsePosition } from './stream-position.ts';

/** A pass that began so shortly ago is fresh: schedules run at once after a restart, right behind a backfill. */
const freshForMs = 4 * minuteInMs;
/** Providers may show a record some minutes after its own time says. */
const overlapMs = 10 * minuteInMs;

export interface StreamRestart {
  readonly stream: string;
  readonly point: StreamPoint;
  /** When the row that this was planned from had last changed. */
  readonly updatedAt: Instant;
}

/**
 * Which streams start again, and from when: a drained one from shortly before its last pass began, a failed one from
 * where it stands. Those that are fresh, that still move, and those that are gone at the provider, are left alone.
 * @param now milliseconds since 1970
 */
export function planSync(rows: readonly StreamRow[], listed: readonly string[], now: number): StreamRestart[] {
  const wanted = new Set(listed);
  return rows.flatMap((row) => {
    if (!wanted.has(row.stream)) return [];
    const point = nextPoint(row, now);
    return point === null ? [] : [{ stream: row.stream, point, updatedAt: row.updatedAt }];
  });
}

function nextPoint({ state, cursor, since }: StreamRow, now: number): StreamPoint | null {
  if (state === 'failed') return { cursor, since };
  if (state !== 'done') return null;
  const last = parsePosition(cursor);
  if (last === null) return { cursor: null, since };
  const startedMs = Date.parse(last.startedAt);
  if (now - startedMs < freshForMs) return null;
  const startedAt = new Date(now).toISOString();
  return {
    cursor: formatPosition({ startedAt, cursor: null, isSync: true, validator: last.validator }),
    since: new Date(startedMs - overlapMs).toISOString(),
  };
}
