import { type Instant, minuteInMs } from '@refrain/domain';
import type { StreamRow } from '@refrain/store';
import { parsePosition } from './stream-position.ts';

/** A pass that began so shortly ago is fresh: schedules run at once after a restart, right behind a backfill. */
const freshForMs = 4 * minuteInMs;
/** Providers may show a record some minutes after its own time says. */
const overlapMs = 10 * minuteInMs;

export interface StreamRestart {
  readonly stream: string;
  readonly since: Instant | null;
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
    if (row.state === 'failed') return [{ stream: row.stream, since: row.since }];
    if (row.state !== 'done') return [];
    const startedAt = parsePosition(row.cursor)?.startedAt;
    if (startedAt !== undefined && now - Date.parse(startedAt) < freshForMs) return [];
    const since = startedAt === undefined ? row.since : new Date(Date.parse(startedAt) - overlapMs).toISOString();
    return [{ stream: row.stream, since }];
  });
}
