import { Instant } from '@refrain/domain';
import { z } from 'zod';

const StreamPosition = z.object({
  /** The start of this pass over the stream. */
  startedAt: Instant,
  /** The cursor of the source. */
  cursor: z.string().nullable(),
  /** Whether the pass reads only what is new since an earlier one, and may end at the first known page. */
  isSync: z.boolean(),
  /** The validator (such as an ETag) of the first page of this pass or of the one before. */
  validator: z.string().nullable(),
});
export type StreamPosition = Readonly<z.output<typeof StreamPosition>>;

/** Formats a position for the row of the stream. Start and validator stay there after the end, for the next pass. */
export function formatPosition(position: StreamPosition): string {
  return JSON.stringify(position);
}

/** Returns null for a stream that was never pulled. */
export function parsePosition(text: string | null): StreamPosition | null {
  if (text === null) return null;
  try {
    return StreamPosition.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
