import { insertIntoHighestValues } from '../similarity/insert-into-highest-values.ts';
import type { SparseVector } from '../similarity/sparse-vector.ts';
import { findMatchThreshold } from './match-threshold.ts';
import { findNearestPoints, type NearestPoints } from './nearest-points.ts';
import type { ReportComparison } from './report-comparison.ts';

/** A graph of similar points. Edges are computed on each visit instead of stored, because there are millions. */
export interface NeighbourGraph {
  readonly size: number;
  /** Visits each neighbour of a position once, with a symmetric score in [0.02, 1]. */
  visit(own: number, visitor: (other: number, score: number) => void): void;
}

const neighboursPerPoint = 64;
/** A point's background is its mean similarity to this many nearest unrelated points. */
const backgroundCount = 6;
/** Minimum of the background, because few points do not suffice to measure it */
const minBackground = 0.1;
/** Minimum score of an edge. Edges with lower scores would use memory without changing any group. */
const minScore = 0.02;
/** Bin width of the score histogram */
const tallyStep = 1 / 2_048;

/**
 * Creates a graph whose scores are similarities minus the mean background of the two points, so that a point that
 * resembles everything, such as a total outage, needs a higher similarity. This is local scaling as in Zelnik-Manor &
 * Perona 2004, but by subtraction.
 * @param sample positions of the points from which the background is estimated
 * @param reports null to compare words alone
 */
export function createNeighbourGraph(
  vectors: readonly SparseVector[],
  days: readonly (number | null)[],
  sample: readonly number[],
  reports: ReportComparison | null = null,
): NeighbourGraph {
  const near = findNearestPoints(vectors, days, sample, neighboursPerPoint, reports);
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

/** Returns each point's mean similarity to its nearest unrelated points, which are similar only by chance. */
function listBackgrounds(near: NearestPoints): Float64Array {
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
      if (aboveExpected(own, other, score) <= threshold) found = insertIntoHighestValues(nearest, found, score);
    });
    return found === 0 ? minBackground : Math.max(minBackground, mean(nearest.subarray(0, found)));
  });
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
