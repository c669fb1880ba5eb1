import { Instant } from '@refrain/domain';
import { z } from 'zod';

const StreamPosition = z.object({
  /** When this pass over the stream began. */
  startedAt: Instant,
  /** The source's own. */
  cursor: z.string().nullable(),
  /** Whether the pass only looks for what is new since an earlier one, and may end where all is known. */
  isSync: z.boolean(),
  /** What the first page of this pass, or of the one before it, named its state by. */
  validator: z.string().nullable(),
});
export type StreamPosition = Readonly<z.output<typeof StreamPosition>>;

/** As it is kept in the stream's row. Start and validator stay after the end, for the next pass. */
export function formatPosition(position: StreamPosition): string {
  return JSON.stringify(position);
}

/** Null where the stream has not begun. */
export function parsePosition(text: string | null): StreamPosition | null {
  if (text === null) return null;
  try {
    return StreamPosition.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
