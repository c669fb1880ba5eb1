import { dot, type SparseVector } from '../similarity/sparse-vector.ts';

/** In fewer texts of a sort nothing can be told; of more the nearest neighbours show the strangers already. */
const fewest = 8;
const most = 100;

/**
 * For each point the median nearness to the others of its sort, where these are few; 0 elsewhere. Thirty long reports
 * among a thousand one-line messages are near to each other because they are reports: that is their background.
 * @param genres what sort of text each point is
 */
export function measureGenres(vectors: readonly SparseVector[], genres: readonly string[]): number[] {
  const positionsOf = new Map<string, number[]>();
  for (const [position, genre] of genres.entries()) {
    const positions = positionsOf.get(genre);
    if (positions === undefined) positionsOf.set(genre, [position]);
    else positions.push(position);
  }
  const medians = vectors.map(() => 0);
  for (const positions of positionsOf.values()) {
    if (positions.length < fewest || positions.length > most) continue;
    for (const own of positions) {
      const scores = positions
        .filter((other) => other !== own)
        .map((other) => dot(vectors[own] as SparseVector, vectors[other] as SparseVector))
        .sort((a, b) => a - b);
      medians[own] = scores[scores.length >> 1] ?? 0;
    }
  }
  return medians;
}
