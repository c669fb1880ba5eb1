import { createAppendablePostings, enlargeArray } from './appendable-postings.ts';
import { type IndexedVectors, maxVectorsPerFeature } from './indexed-vectors.ts';
import { selectPositionsOfHighestValues } from './select-positions-of-highest-values.ts';
import { dotProductWithDense, type SparseVector } from './sparse-vector.ts';

export interface ScoredVector {
  readonly index: number;
  /** In [0, 1] */
  readonly score: number;
}

/** Maximum postings per query. Rare features are read first, so only features of little significance are skipped. */
const defaultBudget = 50_000;
/** Returns how many candidates are scored exactly if the budget of postings does not suffice for all features. */
const rescored = (k: number) => Math.max(48, Math.ceil(1.5 * k));

/**
 * Creates a search over an inverted index. A query reads the postings of its features, the rarest first, until the
 * budget is used up, and then scores the best candidates exactly. Vectors with equal scores are ordered by position.
 * @param budget maximum number of postings read per query
 */
export function createNearestVectorSearch({ packed, postings }: IndexedVectors, budget = defaultBudget) {
  const packedCount = packed.starts.length - 1;
  const later: SparseVector[] = [];
  const laterPostings = createAppendablePostings();
  let query = new Float32Array(postings.frequencies.length);
  let partial = new Float32Array(packedCount);
  let touched = new Int32Array(packedCount);

  function frequencyOf(id: number): number {
    return (postings.frequencies[id] ?? 0) + laterPostings.frequencyOf(id);
  }
  /**
   * Adds the contribution of each feature to the sums in `partial`, rarest feature first, and lists the affected
   * vectors in `touched`.
   * @returns the number of affected vectors, and whether the budget sufficed for all features
   */
  function accumulate({ ids, values }: SparseVector): { count: number; isWhole: boolean } {
    const { frequencies, starts, owners, values: weights } = postings;
    // The feature ids are ordered by rarity only until vectors are added.
    const order = later.length === 0 ? null : orderByFrequency(ids, frequencyOf);
    let count = 0;
    let left = budget;
    for (let step = 0; step < ids.length; step++) {
      const at = order === null ? step : (order[step] as number);
      const id = ids[at] as number;
      const frequency = frequencyOf(id);
      left -= frequency;
      if (left < 0 || frequency > maxVectorsPerFeature) return { count, isWhole: false };
      const value = values[at] as number;
      const start = starts[id] ?? 0;
      const end = start + (frequencies[id] ?? 0);
      for (let posting = start; posting < end; posting++) {
        const owner = owners[posting] as number;
        const before = partial[owner] as number;
        if (before === 0) touched[count++] = owner;
        partial[owner] = before + value * (weights[posting] as number);
      }
      if (order !== null) count = accumulateLater(id, value, count);
    }
    return { count, isWhole: true };
  }
  /** Like `accumulate`, for one feature and the vectors added since creation. Returns the new count of `touched`. */
  function accumulateLater(id: number, value: number, count: number): number {
    let met = count;
    laterPostings.visit(id, (owner, weight) => {
      const before = partial[owner] as number;
      if (before === 0) touched[met++] = owner;
      partial[owner] = before + value * weight;
    });
    return met;
  }
  function scoreExactly(position: number): number {
    if (position < packedCount) {
      return dotProductWithDense(
        query,
        packed.ids,
        packed.values,
        packed.starts[position],
        packed.starts[position + 1],
      );
    }
    const { ids, values } = later[position - packedCount] as SparseVector;
    return dotProductWithDense(query, ids, values);
  }

  return {
    /** Returns the `k` nearest vectors, best first, without the one at position `skip`. */
    find(vector: SparseVector, k: number, skip = -1): ScoredVector[] {
      for (let at = 0; at < vector.ids.length; at++) query[vector.ids[at] as number] = vector.values[at] as number;
      const { count, isWhole } = accumulate(vector);
      const met = touched.subarray(0, count);
      const found: ScoredVector[] = [];
      for (const index of selectPositionsOfHighestValues(partial, met, isWhole ? k + 1 : rescored(k))) {
        if (index !== skip) found.push({ index, score: Math.min(1, scoreExactly(index)) });
      }
      for (let at = 0; at < count; at++) partial[met[at] as number] = 0;
      for (const id of vector.ids) query[id] = 0;
      return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, k);
    },
    scoreAll(vector: SparseVector): Float32Array {
      for (let at = 0; at < vector.ids.length; at++) query[vector.ids[at] as number] = vector.values[at] as number;
      const { count, isWhole } = accumulate(vector);
      const summed = partial.slice(0, packedCount + later.length);
      const scores = isWhole ? summed : summed.map((_, position) => scoreExactly(position));
      for (let at = 0; at < count; at++) partial[touched[at] as number] = 0;
      for (const id of vector.ids) query[id] = 0;
      return scores;
    },
    /** Adds a vector after all others, and returns its position. */
    add(vector: SparseVector): number {
      const position = packedCount + later.push(vector) - 1;
      laterPostings.add(position, vector);
      query = enlargeArray(query, (vector.ids.at(-1) ?? -1) + 1);
      partial = enlargeArray(partial, position + 1);
      touched = enlargeArray(touched, position + 1);
      return position;
    },
  };
}

/** Returns the indexes of the ids, sorted by increasing frequency. Ids with equal frequencies keep their order. */
function orderByFrequency(ids: Int32Array, frequencyOf: (id: number) => number): Float64Array {
  // A single number per id holds both frequency and index, because typed arrays sort numbers fast.
  const order = new Float64Array(ids.length);
  for (let at = 0; at < ids.length; at++) order[at] = frequencyOf(ids[at] as number) * ids.length + at;
  order.sort();
  for (let step = 0; step < ids.length; step++) order[step] = (order[step] as number) % ids.length;
  return order;
}
