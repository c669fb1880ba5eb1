import type { SparseVector } from './sparse-vector.ts';

/** Unit vectors and their inverted index. Feature ids ascend from the rarest feature to the most frequent. */
export interface IndexedVectors {
  readonly packed: PackedVectors;
  readonly postings: Postings;
}

/** Sparse vectors in memory that threads share. Vector `v` has the entries from `starts[v]` up to `starts[v + 1]`. */
interface PackedVectors {
  readonly starts: Uint32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** An inverted index: for each feature, the vectors that have it. */
interface Postings {
  readonly frequencies: Uint32Array;
  /** Index of each feature's first entry in `owners` and `values` */
  readonly starts: Uint32Array;
  /** Positions of the vectors that have each feature; ascending for each feature */
  readonly owners: Uint32Array;
  readonly values: Float32Array;
}

/** Maximum number of vectors with a feature. A more frequent one gets no entries: it hardly distinguishes vectors. */
export const maxVectorsPerFeature = 10_000;

export function createIndexedVectors(vectors: readonly SparseVector[]): IndexedVectors {
  const packed = packVectors(vectors);
  return { packed, postings: createPostings(packed) };
}

export function readPackedVector({ starts, ids, values }: PackedVectors, index: number): SparseVector {
  const [start, end] = [starts[index], starts[index + 1]];
  return { ids: ids.subarray(start, end), values: values.subarray(start, end) };
}

function packVectors(vectors: readonly SparseVector[]): PackedVectors {
  const starts = new Uint32Array(new SharedArrayBuffer(4 * (vectors.length + 1)));
  vectors.forEach(({ ids }, index) => {
    starts[index + 1] = (starts[index] as number) + ids.length;
  });
  const total = starts[vectors.length] as number;
  const packed = {
    starts,
    ids: new Int32Array(new SharedArrayBuffer(4 * total)),
    values: new Float32Array(new SharedArrayBuffer(4 * total)),
  };
  vectors.forEach(({ ids, values }, index) => {
    packed.ids.set(ids, starts[index]);
    packed.values.set(values, starts[index]);
  });
  return packed;
}

function createPostings({ starts: vectorStarts, ids, values: vectorValues }: PackedVectors): Postings {
  const features = ids.reduce((highest, id) => Math.max(highest, id + 1), 0);
  const frequencies = new Uint32Array(new SharedArrayBuffer(4 * features));
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as number;
    frequencies[id] = (frequencies[id] as number) + 1;
  }
  const starts = new Uint32Array(new SharedArrayBuffer(4 * features));
  let total = 0;
  for (let id = 0; id < features; id++) {
    const frequency = frequencies[id] as number;
    starts[id] = total;
    total += frequency > maxVectorsPerFeature ? 0 : frequency;
  }
  const owners = new Uint32Array(new SharedArrayBuffer(4 * total));
  const values = new Float32Array(new SharedArrayBuffer(4 * total));
  const next = starts.slice();
  for (let owner = 0; owner + 1 < vectorStarts.length; owner++) {
    const end = vectorStarts[owner + 1] as number;
    for (let at = vectorStarts[owner] as number; at < end; at++) {
      const id = ids[at] as number;
      if ((frequencies[id] as number) > maxVectorsPerFeature) continue;
      const position = next[id] as number;
      next[id] = position + 1;
      owners[position] = owner;
      values[position] = vectorValues[at] as number;
    }
  }
  return { frequencies, starts, owners, values };
}
