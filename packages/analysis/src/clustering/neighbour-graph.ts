import { fadeOf } from '../similarity/fade.ts';
import { createNearestVectors } from '../similarity/nearest.ts';
import type { SparseVector } from '../similarity/sparse-vector.ts';
import { expectNearest, mean } from './chance.ts';
import { findMatchThreshold } from './match-threshold.ts';

/** For each position its neighbours and how near they are, in (0, 1]; the same from both sides. */
export type NeighbourGraph = readonly ReadonlyMap<number, number>[];

/** Neighbours that each point looks at. */
const neighbourCount = 100;
/** The nearest strangers, whose mean nearness is a point's background. */
const strangerCount = 6;
/** In few points there are no strangers to be seen. */
const leastStranger = 0.1;

/**
 * The nearest neighbours of each point, with scores that say how much nearer they are than strangers. What is near to
 * everything (an outage of all, a long report among short ones) needs more to be a repetition than what stands alone: local
 * scaling as in Zelnik-Manor & Perona 2004, here by subtraction. Strangers are those that are no nearer than chance explains.
 * @param days when each point happened, null where that is not known
 */
export function createNeighbourGraph(
  vectors: readonly SparseVector[],
  days: readonly (number | null)[],
): NeighbourGraph {
  const near = findNear(vectors, days);
  const chances = near.map((row) => expectNearest(sorted(row)));
  const aboveChance = (own: number, other: number, score: number) =>
    score - ((chances[own] as number) + (chances[other] as number)) / 2;
  const scores = near.flatMap((row, own) =>
    [...row].flatMap(([other, score]) => (own < other ? [aboveChance(own, other, score)] : [])),
  );
  const threshold = findMatchThreshold(scores, vectors.length);
  const backgrounds = near.map((row, own) => {
    const strangers = new Map([...row].filter(([other, score]) => aboveChance(own, other, score) <= threshold));
    const nearest = sorted(strangers).slice(0, strangerCount);
    return nearest.length === 0 ? leastStranger : Math.max(leastStranger, mean(nearest));
  });
  return near.map((row, own) => {
    const above = new Map<number, number>();
    for (const [other, score] of [...row].sort(([a], [b]) => a - b)) {
      const rest = score - ((backgrounds[own] as number) + (backgrounds[other] as number)) / 2;
      if (rest > 0) above.set(other, rest);
    }
    return above;
  });
}

/** Nearness in words and time, below 0 where the words tell nothing: the same from both sides. */
function findNear(vectors: readonly SparseVector[], days: readonly (number | null)[]): ReadonlyMap<number, number>[] {
  const nearest = createNearestVectors(vectors);
  const rows = vectors.map(() => new Map<number, number>());
  vectors.forEach((vector, own) => {
    for (const { index, score } of nearest.find(vector, neighbourCount, own)) {
      const faded = score - fadeOf(days[own] ?? null, days[index] ?? null);
      rows[own]?.set(index, faded);
      rows[index]?.set(own, faded);
    }
  });
  return rows;
}

function sorted(row: ReadonlyMap<number, number>): number[] {
  return [...row.values()].sort((a, b) => b - a);
}
