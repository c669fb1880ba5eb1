import { type PackedVectors, packVectors } from './packed-vectors.ts';
import { createPostings, mostOwners, type Postings } from './postings.ts';
import { selectBest } from './select-best.ts';
import { dotWithDense, type SparseVector } from './sparse-vector.ts';

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
  /** The score of each of the vectors, by position. */
  scoreAll(vector: SparseVector): Float32Array;
  /** Adds a vector without postings: each query is compared with it. @returns its position, after all others */
  add(vector: SparseVector): number;
}

/** Unit vectors whose ids are those of a vocabulary, the rarest features first, and where each feature is found. */
export interface IndexedVectors {
  readonly packed: PackedVectors;
  readonly postings: Postings;
}

/** Postings read per query at most, unless told otherwise: what is in very many documents hardly tells one from another. */
const usualBudget = 50_000;
/** By how much the room for results grows where vectors are added. */
const growth = 1.25;
/** Candidates that are scored exactly where not everything was read. */
const rescored = (k: number) => Math.max(48, Math.ceil(1.5 * k));

export function indexVectors(vectors: readonly SparseVector[]): IndexedVectors {
  const packed = packVectors(vectors);
  return { packed, postings: createPostings(packed) };
}

/**
 * Search over an inverted index. A query walks the postings of its features until the budget is used up; the best candidates
 * are then scored exactly. Equal scores are ordered by position.
 * @param budget postings read per query at most, of the rarest features first
 */
export function createNearestVectors({ packed, postings }: IndexedVectors, budget = usualBudget): NearestVectors {
  const withPostings = packed.starts.length - 1;
  const later: SparseVector[] = [];
  let query = new Float32Array(postings.frequencies.length);
  let partial = new Float32Array(withPostings);
  let touched = new Int32Array(withPostings);

  /** Adds up what the features contribute, the rarest first. @returns how many vectors have any, in `touched` */
  function accumulate({ ids, values }: SparseVector): { count: number; isWhole: boolean } {
    const { frequencies, starts, owners, values: weights } = postings;
    let count = 0;
    let left = budget;
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

  function scoreExactly(position: number): number {
    return position < withPostings
      ? dotWithDense(query, packed.ids, packed.values, packed.starts[position], packed.starts[position + 1])
      : scoreLater(later[position - withPostings] as SparseVector);
  }
  function scoreLater({ ids, values }: SparseVector): number {
    return dotWithDense(query, ids, values);
  }

  return {
    find(vector, k, skip = -1) {
      for (let at = 0; at < vector.ids.length; at++) query[vector.ids[at] as number] = vector.values[at] as number;
      const { count: indexed, isWhole } = accumulate(vector);
      let count = indexed;
      for (let at = 0; at < later.length; at++) {
        const score = scoreLater(later[at] as SparseVector);
        partial[withPostings + at] = score;
        if (score > 0) touched[count++] = withPostings + at;
      }
      const met = touched.subarray(0, count);
      const found: Near[] = [];
      for (const index of selectBest(partial, met, isWhole ? k + 1 : rescored(k))) {
        if (index !== skip) found.push({ index, score: Math.min(1, scoreExactly(index)) });
      }
      for (let at = 0; at < count; at++) partial[met[at] as number] = 0;
      for (const id of vector.ids) query[id] = 0;
      return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, k);
    },
    scoreAll(vector) {
      for (let at = 0; at < vector.ids.length; at++) query[vector.ids[at] as number] = vector.values[at] as number;
      const { count, isWhole } = accumulate(vector);
      const size = withPostings + later.length;
      const scores = partial.slice(0, size);
      for (let position = isWhole ? withPostings : 0; position < size; position++) {
        scores[position] = scoreExactly(position);
      }
      for (let at = 0; at < count; at++) partial[touched[at] as number] = 0;
      for (const id of vector.ids) query[id] = 0;
      return scores;
    },
    add(vector) {
      const position = withPostings + later.push(vector) - 1;
      const features = (vector.ids.at(-1) ?? -1) + 1;
      if (features > query.length) query = new Float32Array(Math.ceil(growth * features));
      if (position >= partial.length) {
        partial = new Float32Array(Math.ceil(growth * (position + 1)));
        touched = new Int32Array(partial.length);
      }
      return position;
    },
  };
}
