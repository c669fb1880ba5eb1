import { timeDecay } from '../similarity/decay.ts';
import { createNearestVectors, type IndexedVectors } from '../similarity/nearest.ts';
import { readPacked } from '../similarity/packed-vectors.ts';
import { expectNearest } from './background-similarity.ts';

/** Points as vectors, and what else is needed to tell how near they are to each other. */
export interface NearInput {
  readonly vectors: IndexedVectors;
  /** When each point happened, null where that is not known. */
  readonly days: readonly (number | null)[];
  /** Positions by which chance is judged, and their vectors. */
  readonly sample: readonly number[];
  readonly sampled: IndexedVectors;
}

/** The nearest of each of many points, in arrays that threads share: those of point `p` begin at `p · count`. */
export interface NearLists {
  /** Points that each one looks at. */
  readonly count: number;
  /** Best first by words. */
  readonly others: Int32Array;
  /** Nearness in words and time, below 0 where the words tell nothing. */
  readonly scores: Float32Array;
  readonly lengths: Int32Array;
  /** How near the nearest strangers of each point would be by chance. */
  readonly probabilities: Float64Array;
}

/**
 * Postings read for a point: the nearest of 5,000 points are told as well by a tenth of as many, the groups to .003. It takes
 * twice as long to read twice as many.
 */
const postingBudget = 20_000;

/** @returns fills the lists of the points from one position up to another */
export function createListFiller(
  { vectors, days, sample, sampled }: NearInput,
  { count, others, scores, lengths, probabilities }: NearLists,
): (from: number, to: number) => void {
  const nearest = createNearestVectors(vectors, postingBudget);
  const background = createNearestVectors(sampled);
  const dayOf = (position: number) => days[position] ?? null;
  return (from, to) => {
    for (let own = from; own < to; own++) {
      const vector = readPacked(vectors.packed, own);
      let at = own * count;
      for (const { index, score } of nearest.find(vector, count, own)) {
        others[at] = index;
        scores[at++] = score - timeDecay(dayOf(own), dayOf(index));
      }
      lengths[own] = at - own * count;
      const sampleScores = background
        .scoreAll(vector)
        .map((score, index) => score - timeDecay(dayOf(own), dayOf(sample[index] as number)))
        .filter((_, index) => sample[index] !== own);
      probabilities[own] = expectNearest(sampleScores.sort().reverse(), days.length);
    }
  };
}
