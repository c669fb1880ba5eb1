import { createHash } from 'node:crypto';

const maxSampled = 512;

/**
 * Returns the positions of up to 512 ids, ascending. Selects the ids with the lowest hashes, so that their order does
 * not matter and an additional id replaces at most one selected id.
 */
export function samplePositionsByHash(ids: readonly string[]): number[] {
  const positions = Array.from(ids.keys());
  if (ids.length <= maxSampled) return positions;
  const hashes = ids.map((id) => createHash('sha256').update(id).digest('hex'));
  return positions
    .sort((a, b) => ((hashes[a] as string) < (hashes[b] as string) ? -1 : 1))
    .slice(0, maxSampled)
    .sort((a, b) => a - b);
}
