import { createNearestVectors } from '../similarity/nearest.ts';
import type { SparseVector } from '../similarity/sparse-vector.ts';

/** Neighbours that each point looks at. */
const neighbourCount = 15;

/** Undirected edges between positions: for each position, those it is joined to. */
export type NeighbourGraph = readonly ReadonlySet<number>[];

/**
 * The mutual nearest-neighbour graph: an edge where each is among the nearest of the other and their score reaches the
 * threshold. Mutuality keeps a text that is near to everything (an outage of all) from tying strangers together.
 */
export function createNeighbourGraph(vectors: readonly SparseVector[], threshold: number): NeighbourGraph {
  const nearest = createNearestVectors(vectors);
  const near = vectors.map(
    (vector, index) =>
      new Set(
        nearest
          .find(vector, neighbourCount, index)
          .filter(({ score }) => score >= threshold)
          .map(({ index: other }) => other),
      ),
  );
  return near.map(
    (others, index) => new Set([...others].filter((other) => near[other]?.has(index)).sort((a, b) => a - b)),
  );
}
