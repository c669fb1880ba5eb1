import { Instant } from '@refrain/domain';
import { z } from 'zod';

const StreamPosition = z.object({
  startedAt: Instant,
  cursor: z.string().nullable(),
  /** Whether the pass is a sync, which may end at the first page without new records. */
  isSync: z.boolean(),
  /** The newest validator, such as an ETag, of a first page. With it, the provider can report that nothing has changed. */
  validator: z.string().nullable(),
});
export type StreamPosition = Readonly<z.output<typeof StreamPosition>>;

export function formatStreamPosition(position: StreamPosition): string {
  return JSON.stringify(position);
}

export function parseStreamPosition(text: string | null): StreamPosition | null {
  if (text === null) return null;
  try {
    return StreamPosition.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
