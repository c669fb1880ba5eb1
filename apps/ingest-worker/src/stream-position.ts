import { Instant } from '@refrain/domain';
import { z } from 'zod';

export interface StreamPosition {
  /** When this pass over the stream began. */
  readonly startedAt: Instant;
  /** The source's own. */
  readonly cursor: string | null;
  /** Whether the pass only looks for what is new since an earlier one, and may end where all is known. */
  readonly isSync: boolean;
}

/** As it is kept in the stream's row. The start stays after the end, so that the next pass knows how far back to look. */
export function formatPosition({ startedAt, cursor, isSync }: StreamPosition): string {
  return JSON.stringify([startedAt, cursor, ...(isSync ? ['sync'] : [])]);
}

const KeptPosition = z.union([
  z.tuple([Instant, z.string().nullable()]),
  z.tuple([Instant, z.string().nullable(), z.literal('sync')]),
]);

/** Null where the stream has not begun. */
export function parsePosition(text: string | null): StreamPosition | null {
  if (text === null) return null;
  try {
    const [startedAt, cursor, mark] = KeptPosition.parse(JSON.parse(text));
    return { startedAt, cursor, isSync: mark === 'sync' };
  } catch {
    return null;
  }
}
