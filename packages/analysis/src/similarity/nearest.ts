import type { SparseVector } from './sparse-vector.ts';

export interface Near {
  /** Position of the vector. */
  readonly index: number;
  /** In [0, 1]. */
  readonly score: number;
}

/** Finds the vectors nearest to a given one. */
export interface NearestVectors {
  /** @param skip position to leave out: the vector's own */
  find(vector: SparseVector, k: number, skip?: number): Near[];
  /** Adds a vector without postings: each query is compared with it. @returns its position, after all others */
  add(vector: SparseVector): number;
}

/** Postings read per query at most, rarest features first: what is in very many documents hardly tells one from another. */
const postingBudget = 60_000;
/** Features of more vectors than this have no postings: the budget ends before them. */
const mostOwners = 10_000;
/** By how much the room for results grows where vectors are added. */
const growth = 1.25;
/** Candidates that are scored exactly where not everything was read. */
const rescored = (k: number) => Math.max(50, 2 * k);

/**
 * Inverted index over unit vectors whose ids are those of a vocabulary: the rarest features first. A query walks the postings
 * of its features until the budget is used up; the best candidates are then scored exactly. Equal scores are ordered by position.
 */
export function createNearestVectors(indexed: readonly SparseVector[]): NearestVectors {
  const vectors = [...indexed];
  const withPostings = vectors.length;
  const postings = invert(indexed);
  let query = new Float32Array(postings.frequencies.length);
  let partial = new Float64Array(vectors.length);
  let touched = new Int32Array(vectors.length);

  /** Adds up what the features contribute, the rarest first. @returns how many vectors have any, in `touched` */
  function accumulate({ ids, values }: SparseVector): { count: number; isWhole: boolean } {
    const { frequencies, starts, owners, values: weights } = postings;
    let count = 0;
    let left = postingBudget;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      if (id >= frequencies.length) break;
      const frequency = frequencies[id] as number;
      left -= frequency;
      if (left < 0 || frequency > mostOwners) return { count, isWhole: false };
      const start = starts[id] as number;
      const end = start + frequency;
      const value = values[at] as number;
      for (let posting = start; posting < end; posting++) {
        const owner = owners[posting] as number;
        const before = partial[owner] as number;
        if (before === 0) touched[count++] = owner;
        partial[owner] = before + value * (weights[posting] as number);
      }
    }
    return { count, isWhole: true };
  }

  function dotWithQuery(position: number): number {
    const { ids, values } = vectors[position] as SparseVector;
    let sum = 0;
    for (let at = 0; at < ids.length; at++) sum += (values[at] as number) * (query[ids[at] as number] ?? 0);
    return sum;
  }

  return {
    find(vector, k, skip = -1) {
      for (let at = 0; at < vector.ids.length; at++) query[vector.ids[at] as number] = vector.values[at] as number;
      const { count: indexedCount, isWhole } = accumulate(vector);
      let count = indexedCount;
      for (let position = withPostings; position < vectors.length; position++) {
        partial[position] = dotWithQuery(position);
        if (partial[position] !== 0) touched[count++] = position;
      }
      const met = touched.subarray(0, count);
      const best = selectBest(partial, met, isWhole ? k + 1 : rescored(k));
      if (!isWhole) for (const position of best) partial[position] = dotWithQuery(position);
      const found = Array.from(best, (index) => ({ index, score: Math.min(1, partial[index] as number) }));
      for (const position of met) partial[position] = 0;
      for (const id of vector.ids) query[id] = 0;
      return found
        .filter(({ index, score }) => index !== skip && score > 0)
        .sort((a, b) => b.score - a.score || a.index - b.index)
        .slice(0, k);
    },
    add(vector) {
      vectors.push(vector);
      const features = (vector.ids.at(-1) ?? -1) + 1;
      if (features > query.length) query = new Float32Array(Math.ceil(growth * features));
      if (vectors.length > partial.length) {
        partial = new Float64Array(Math.ceil(growth * vectors.length));
        touched = new Int32Array(partial.length);
      }
      return vectors.length - 1;
    },
  };
}

const bins = 1_024;
const sizes = new Int32Array(bins + 1);

/** The positions of the highest values, ties by position, in no order. Values are in [0, 1]: counted in bins, not sorted. */
function selectBest(values: Float64Array, positions: Int32Array, count: number): Int32Array {
  if (positions.length <= count) return positions;
  sizes.fill(0);
  for (let at = 0; at < positions.length; at++) {
    const bin = binOf(values[positions[at] as number] as number);
    sizes[bin] = (sizes[bin] as number) + 1;
  }
  let last = bins;
  let above = 0;
  while (above + (sizes[last] as number) < count) above += sizes[last--] as number;
  const best = new Int32Array(count);
  const onEdge = new Int32Array(sizes[last] as number);
  let chosen = 0;
  let edge = 0;
  for (let at = 0; at < positions.length; at++) {
    const position = positions[at] as number;
    const bin = binOf(values[position] as number);
    if (bin > last) best[chosen++] = position;
    else if (bin === last) onEdge[edge++] = position;
  }
  onEdge.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  best.set(onEdge.subarray(0, count - chosen), chosen);
  return best;
}

function binOf(value: number): number {
  return value >= 1 ? bins : Math.floor(value * bins);
}

interface Postings {
  /** By feature, how many vectors have it. */
  readonly frequencies: Uint32Array;
  /** Where the entries of a feature begin, one for each of these vectors unless there are too many. */
  readonly starts: Uint32Array;
  /** Ascending within a feature. */
  readonly owners: Uint32Array;
  readonly values: Float32Array;
}

function invert(vectors: readonly SparseVector[]): Postings {
  const features = vectors.reduce((most, { ids }) => Math.max(most, (ids.at(-1) ?? -1) + 1), 0);
  const frequencies = new Uint32Array(features);
  for (const { ids } of vectors) for (const id of ids) frequencies[id] = (frequencies[id] as number) + 1;
  const starts = new Uint32Array(features);
  let total = 0;
  frequencies.forEach((frequency, id) => {
    starts[id] = total;
    total += frequency > mostOwners ? 0 : frequency;
  });
  const owners = new Uint32Array(total);
  const values = new Float32Array(total);
  const next = starts.slice();
  vectors.forEach((vector, owner) => {
    for (let at = 0; at < vector.ids.length; at++) {
      const id = vector.ids[at] as number;
      if ((frequencies[id] as number) > mostOwners) continue;
      const position = next[id] as number;
      next[id] = position + 1;
      owners[position] = owner;
      values[position] = vector.values[at] as number;
    }
  });
  return { frequencies, starts, owners, values };
}
