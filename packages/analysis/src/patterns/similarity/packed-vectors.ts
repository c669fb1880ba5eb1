import type { SparseVector } from './sparse-vector.ts';

/** Sparse vectors in memory that threads share. Vector `v` has the entries from `starts[v]` up to `starts[v + 1]`. */
export interface PackedVectors {
  readonly starts: Uint32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export function packVectors(vectors: readonly SparseVector[]): PackedVectors {
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

export function readPackedVector({ starts, ids, values }: PackedVectors, index: number): SparseVector {
  const [start, end] = [starts[index], starts[index + 1]];
  return { ids: ids.subarray(start, end), values: values.subarray(start, end) };
}
