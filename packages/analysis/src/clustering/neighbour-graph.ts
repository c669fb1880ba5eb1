import { createNearestVectors } from '../similarity/nearest.ts';
import type { SparseVector } from '../similarity/sparse-vector.ts';
import { measureGenres } from './measure-genres.ts';

/** For each position its neighbours and how near they are, in (0, 1]; the same from both sides. */
export type NeighbourGraph = readonly ReadonlyMap<number, number>[];

/** Neighbours that each point looks at; the last of them shows how near strangers are. */
const neighbourCount = 50;
/** A neighbour is worth what it exceeds the nearness of strangers by: this many times the score of the last one. */
const contrast = 2.75;
/** In few points there are no strangers to be seen. */
const leastStranger = 0.065;
/** Where dozens say the same, the last neighbour is no stranger. */
const mostStranger = 0.13;

/**
 * The nearest neighbours of each point, with scores that say how much nearer they are than strangers. What is near to
 * everything (an outage of all, a large history of one product) needs more to be a repetition than what stands alone:
 * local scaling as in Zelnik-Manor & Perona 2004, here by subtraction.
 * @param genres what sort of text each point is
 */
export function createNeighbourGraph(vectors: readonly SparseVector[], genres: readonly string[]): NeighbourGraph {
  const nearest = createNearestVectors(vectors);
  const found = vectors.map((vector, position) => nearest.find(vector, neighbourCount, position));
  const ofGenre = measureGenres(vectors, genres);
  const strangers = found.map((near, position) => {
    const stranger = Math.max(near[neighbourCount - 1]?.score ?? 0, ofGenre[position] ?? 0);
    return Math.min(mostStranger, Math.max(leastStranger, stranger));
  });
  const graph = vectors.map(() => new Map<number, number>());
  found.forEach((near, position) => {
    for (const { index, score } of near) {
      const base = (contrast * ((strangers[position] as number) + (strangers[index] as number))) / 2;
      const above = (score - base) / (1 - base);
      if (above <= 0) continue;
      graph[position]?.set(index, above);
      graph[index]?.set(position, above);
    }
  });
  return graph.map((near) => new Map([...near].sort(([a], [b]) => a - b)));
}
