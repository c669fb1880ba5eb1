import type { SparseVector } from './sparse-vector.ts';
import { dot } from './sparse-vector.ts';

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
}

/** Postings read per query at most: exact up to some five thousand long documents, pruned by impact beyond. */
const postingBudget = 2_000_000;
/** Candidates that are scored exactly. */
const rescored = (k: number) => Math.max(100, 2 * k);

/**
 * Inverted index over unit vectors. A query walks the postings of its features, those with the greatest possible
 * contribution first, until the budget is used up; the best candidates are then scored exactly.
 * Equal scores are ordered by position.
 */
export function createNearestVectors(vectors: readonly SparseVector[]): NearestVectors {
  const postings = invert(vectors);
  return {
    find(vector, k, skip = -1) {
      const partial = new Float64Array(vectors.length);
      let left = postingBudget;
      for (const at of byImpact(vector, postings)) {
        const slot = postings.slots.get(vector.ids[at] as number) as number;
        const start = postings.starts[slot] as number;
        const end = postings.starts[slot + 1] as number;
        if (left < end - start) break;
        left -= end - start;
        const value = vector.values[at] as number;
        for (let p = start; p < end; p++) {
          const owner = postings.owners[p] as number;
          partial[owner] = (partial[owner] as number) + value * (postings.values[p] as number);
        }
      }
      return selectBest(partial, rescored(k), skip)
        .map((index) => ({ index, score: Math.min(1, dot(vector, vectors[index] as SparseVector)) }))
        .sort((a, b) => b.score - a.score || a.index - b.index)
        .slice(0, k);
    },
  };
}

/** The positions of the highest positive values, highest first, ties by position. */
function selectBest(values: Float64Array, count: number, skip: number): number[] {
  const best: number[] = [];
  const valueAt = (place: number) => values[best[place] as number] as number;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (value <= 0 || index === skip || (best.length === count && value <= valueAt(count - 1))) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(middle) >= value) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, index);
    if (best.length > count) best.pop();
  }
  return best;
}

interface Postings {
  /** From feature to its slot; slot `s` owns the entries from `starts[s]` to `starts[s + 1]`. */
  readonly slots: ReadonlyMap<number, number>;
  readonly starts: Uint32Array;
  readonly owners: Uint32Array;
  readonly values: Float32Array;
  /** Greatest value per slot. */
  readonly peaks: Float64Array;
}

function invert(vectors: readonly SparseVector[]): Postings {
  const counts = new Map<number, number>();
  for (const { ids } of vectors) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const slots = new Map<number, number>();
  const starts = new Uint32Array(counts.size + 1);
  for (const [id, count] of counts) {
    const slot = slots.size;
    slots.set(id, slot);
    starts[slot + 1] = (starts[slot] as number) + count;
  }
  const total = starts[counts.size] as number;
  const owners = new Uint32Array(total);
  const values = new Float32Array(total);
  const peaks = new Float64Array(counts.size);
  const next = starts.slice();
  vectors.forEach((vector, owner) => {
    vector.ids.forEach((id, at) => {
      const slot = slots.get(id) as number;
      const position = next[slot] as number;
      const value = vector.values[at] as number;
      next[slot] = position + 1;
      owners[position] = owner;
      values[position] = value;
      peaks[slot] = Math.max(peaks[slot] as number, value);
    });
  });
  return { slots, starts, owners, values, peaks };
}

/** Positions within the vector of features that others have too, by greatest possible contribution, then by feature. */
function byImpact(vector: SparseVector, postings: Postings): number[] {
  const impact = (at: number) =>
    (vector.values[at] as number) * (postings.peaks[postings.slots.get(vector.ids[at] as number) as number] as number);
  return Array.from(vector.ids.keys())
    .filter((at) => postings.slots.has(vector.ids[at] as number))
    .map((at) => ({ at, impact: impact(at) }))
    .sort((a, b) => b.impact - a.impact || a.at - b.at)
    .map(({ at }) => at);
}
