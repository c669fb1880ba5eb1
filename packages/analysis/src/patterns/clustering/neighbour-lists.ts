import { computeTimeDecay } from '../similarity/decay.ts';
import { createNearestVectorSearch, type IndexedVectors } from '../similarity/nearest.ts';
import { readPackedVector } from '../similarity/packed-vectors.ts';
import { estimateBackgroundSimilarity } from './background-similarity.ts';

export interface NeighbourSearchInput {
  readonly vectors: IndexedVectors;
  readonly days: readonly (number | null)[];
  /** Positions of the points from which the background similarity is estimated; `sampled` has their vectors. */
  readonly sample: readonly number[];
  readonly sampled: IndexedVectors;
}

/** Nearest neighbours of all points, in shared arrays. The neighbours of point `p` start at index `p · count`. */
export interface NeighbourLists {
  readonly count: number;
  /** Positions of each point's neighbours, highest text similarity first */
  readonly others: Int32Array;
  /** Similarity of each neighbour minus time decay; below 0 if the texts have nothing in common */
  readonly scores: Float32Array;
  /** Number of neighbours found for each point; at most `count` */
  readonly lengths: Int32Array;
  /** Expected similarity of each point's nearest unrelated point */
  readonly probabilities: Float64Array;
}

/**
 * Maximum number of postings read per point. Reading twice as many takes twice as long. Even reading a tenth changes
 * the measured quality of the groups of 5,000 points by at most 0.003.
 */
const postingBudget = 20_000;

/**
 * Creates a function that computes the neighbours of the points from position `from` up to, but not including, `to`.
 */
export function createNeighbourListFiller(
  { vectors, days, sample, sampled }: NeighbourSearchInput,
  { count, others, scores, lengths, probabilities }: NeighbourLists,
): (from: number, to: number) => void {
  const nearest = createNearestVectorSearch(vectors, postingBudget);
  const background = createNearestVectorSearch(sampled);
  const dayOf = (position: number) => days[position] ?? null;
  return (from, to) => {
    for (let own = from; own < to; own++) {
      const vector = readPackedVector(vectors.packed, own);
      let at = own * count;
      for (const { index, score } of nearest.find(vector, count, own)) {
        others[at] = index;
        scores[at++] = score - computeTimeDecay(dayOf(own), dayOf(index));
      }
      lengths[own] = at - own * count;
      const sampleScores = background
        .scoreAll(vector)
        .map((score, index) => score - computeTimeDecay(dayOf(own), dayOf(sample[index] as number)))
        .filter((_, index) => sample[index] !== own);
      probabilities[own] = estimateBackgroundSimilarity(sampleScores.sort().reverse(), days.length);
    }
  };
}
