import { keepBest } from '../similarity/keep-best.ts';
import type { SparseVector } from '../similarity/sparse-vector.ts';
import { mean } from './background-similarity.ts';
import { findMatchThreshold } from './match-threshold.ts';
import { findNearPoints, type NearPoints } from './near-points.ts';

/** A graph of similar points. Edges are computed when visited, because there are millions. */
export interface NeighbourGraph {
  /** The number of positions. */
  readonly size: number;
  /** Visits each neighbour of a position once, with a symmetric score in [0.02, 1]. */
  visit(own: number, visitor: (other: number, score: number) => void): void;
}

/** Neighbours per point. */
const neighbourCount = 64;
/** The number of unrelated points whose mean similarity is a point's background. */
const backgroundCount = 6;
/** With few points, the background cannot be measured. */
const minBackground = 0.1;
/** Lower scores would fill the memory without changing any group. */
const minScore = 0.02;
/** Scores are rounded to multiples of this for counting. */
const tallyStep = 1 / 2_048;

/**
 * Creates the neighbour graph, with scores above the background of both points. A point that resembles everything (a
 * total outage, a long report among short ones) needs a higher similarity to match: local scaling as in Zelnik-Manor &
 * Perona 2004, here by subtraction. The background consists of points that are no nearer than chance explains.
 * @param days when each point happened, null if unknown
 * @param sample positions from which the background is estimated
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

/** Returns the background of each point. */
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
