import { Instant } from '@refrain/domain';
import { z } from 'zod';

/** Where a stream stands: the source's own cursor, and when this pass over the stream began. */
const StreamPosition = z.object({ startedAt: Instant, cursor: z.string().nullable() });
export type StreamPosition = z.output<typeof StreamPosition>;

/** As it is kept in the stream's row. The start stays after the end, so that the next pass knows how far back to look. */
export function formatPosition(position: StreamPosition): string {
  return JSON.stringify([position.startedAt, position.cursor]);
}

/** Null where the stream has not begun. */
export function parsePosition(text: string | null): StreamPosition | null {
  if (text === null) return null;
  try {
    const [startedAt, cursor] = z.tuple([Instant, z.string().nullable()]).parse(JSON.parse(text));
    return { startedAt, cursor };
  } catch {
    return null;
  }
}
