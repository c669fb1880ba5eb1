import type { SparseVector } from '../similarity/sparse-vector.ts';
import { linkByAverage } from './average-linkage.ts';
import { createNeighbourGraph } from './neighbour-graph.ts';

/**
 * Mean score from which two groups are one pattern. Chosen on public duplicate reports for precision: a wrong grouping
 * costs a reader's trust, a missed one is found by the next occurrence.
 */
export const joinThreshold = 0.38;
/** Score from which two points are compared at all; what lies between is for the mean to decide. */
const edgeThreshold = 0.25;

/** Groups of positions, singletons included; see `linkByAverage`. */
export function clusterPoints(
  vectors: readonly SparseVector[],
  together: readonly (readonly number[])[],
  apart: readonly (readonly [number, number])[],
): number[][] {
  const graph = createNeighbourGraph(vectors, edgeThreshold);
  return linkByAverage({ vectors, graph, threshold: joinThreshold, together, apart });
}
