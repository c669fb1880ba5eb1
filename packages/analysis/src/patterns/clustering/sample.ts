import { createHash } from 'node:crypto';

const maxSampled = 512;

/**
 * Positions of at most 512 of the ids, ascending: those of the lowest hashes, so that one more id changes the sample by one
 * at most, and no order of the input plays a part.
 */
export function sampleEvenly(ids: readonly string[]): number[] {
  const positions = Array.from(ids.keys());
  if (ids.length <= maxSampled) return positions;
  const hashes = ids.map((id) => createHash('sha256').update(id).digest('hex'));
  return positions
    .sort((a, b) => ((hashes[a] as string) < (hashes[b] as string) ? -1 : 1))
    .slice(0, maxSampled)
    .sort((a, b) => a - b);
}
