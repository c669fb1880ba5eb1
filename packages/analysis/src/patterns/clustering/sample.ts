import { createHash } from 'node:crypto';

const maxSampled = 512;

/**
 * Samples up to 512 positions, ascending. It selects the lowest hashes of the ids, so that one more id changes at most
 * one position and the order of the input does not matter.
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
