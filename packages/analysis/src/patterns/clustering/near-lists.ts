import { timeDecay } from '../similarity/decay.ts';
import { createNearestVectors, type IndexedVectors } from '../similarity/nearest.ts';
import { readPacked } from '../similarity/packed-vectors.ts';
import { expectNearest } from './background-similarity.ts';

/** Points as vectors, with what else their similarity needs. */
export interface NearInput {
  readonly vectors: IndexedVectors;
  /** The day of each point, null if unknown. */
  readonly days: readonly (number | null)[];
  /** The positions from which the background is estimated, and their vectors. */
  readonly sample: readonly number[];
  readonly sampled: IndexedVectors;
}

/** The nearest neighbours of many points, in arrays that threads share. Those of point `p` start at `p · count`. */
export interface NearLists {
  /** Neighbours per point. */
  readonly count: number;
  /** Ordered by text similarity, best first. */
  readonly others: Int32Array;
  /** Similarity after time decay, below 0 if the text has nothing in common. */
  readonly scores: Float32Array;
  readonly lengths: Int32Array;
  /** The expected similarity of each point's nearest unrelated point. */
  readonly probabilities: Float64Array;
}

/**
 * Postings read per point. A tenth of it finds the neighbours of 5,000 points almost as well, with groups within 0.003;
 * doubling it doubles the time.
 */
const postingBudget = 20_000;

/** Creates a function that fills the lists of the points in a range of positions. */
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
