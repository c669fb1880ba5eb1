import { keepBest } from '../similarity/keep-best.ts';
import type { SparseVector } from '../similarity/sparse-vector.ts';
import { mean } from './background-similarity.ts';
import { findMatchThreshold } from './match-threshold.ts';
import { findNearPoints, type NearPoints } from './near-points.ts';

/** Points and how near their neighbours are: nothing is held for an edge, for there are millions. */
export interface NeighbourGraph {
  /** Positions are below it. */
  readonly size: number;
  /** Visits each neighbour of a position once, with a score in [0.02, 1] that is the same from both sides. */
  visit(own: number, visitor: (other: number, score: number) => void): void;
}

/** Neighbours that each point looks at. */
const neighbourCount = 64;
/** The nearest strangers, whose mean nearness is a point's background. */
const backgroundCount = 6;
/** In few points there are no strangers to be seen. */
const minBackground = 0.1;
/** What is hardly nearer than strangers are would fill the memory and changes no group. */
const minScore = 0.02;
/** Scores are counted to the nearest of these. */
const tallyStep = 1 / 2_048;

/**
 * The nearest neighbours of each point, with scores that say how much nearer they are than strangers. What is near to
 * everything (an outage of all, a long report among short ones) needs more to be a repetition than what stands alone: local
 * scaling as in Zelnik-Manor & Perona 2004, here by subtraction. Strangers are those that are no nearer than chance explains.
 * @param days when each point happened, null where that is not known
 * @param sample positions by which chance is judged
 */
export function createNeighbourGraph(
  vectors: readonly SparseVector[],
  days: readonly (number | null)[],
  sample: readonly number[],
): NeighbourGraph {
  const near = findNearPoints(vectors, days, sample, neighbourCount);
  const backgrounds = listBackgrounds(near);
  return {
    size: near.size,
    visit: (own, visitor) =>
      near.visit(own, (other, score) => {
        const rest = score - ((backgrounds[own] as number) + (backgrounds[other] as number)) / 2;
        if (rest >= minScore) visitor(other, rest);
      }),
  };
}

/** How near the nearest strangers of each point are. */
function listBackgrounds(near: NearPoints): Float64Array {
  const points = Array.from({ length: near.size }, (_, own) => own);
  const aboveExpected = (own: number, other: number, score: number) =>
    score - ((near.probabilities[own] as number) + (near.probabilities[other] as number)) / 2;
  const tally = new Map<number, number>();
  for (const own of points) {
    near.visit(own, (other, score) => {
      if (own > other) return;
      const rounded = Math.round(aboveExpected(own, other, score) / tallyStep) * tallyStep;
      tally.set(rounded, (tally.get(rounded) ?? 0) + 1);
    });
  }
  const threshold = findMatchThreshold(tally, near.size);
  const nearest = new Float64Array(backgroundCount);
  return Float64Array.from(points, (own) => {
    let found = 0;
    near.visit(own, (other, score) => {
      if (aboveExpected(own, other, score) <= threshold) found = keepBest(nearest, found, score);
    });
    return found === 0 ? minBackground : Math.max(minBackground, mean(nearest.subarray(0, found)));
  });
}
