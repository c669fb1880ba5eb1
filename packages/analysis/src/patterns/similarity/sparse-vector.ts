/** The non-zero entries of a vector, with ascending ids. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export function createSparseVector(entries: Iterable<readonly [id: number, value: number]>): SparseVector {
  const sums = new Map<number, number>();
  for (const [id, value] of entries) sums.set(id, (sums.get(id) ?? 0) + value);
  const ids = Int32Array.from(sums.keys()).sort();
  return { ids, values: Float32Array.from(ids, (id) => sums.get(id) ?? 0) };
}

/** Returns the dot product, summed in the order of ids, so that `dot(a, b)` equals `dot(b, a)` exactly. */
export function dot(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i] as number;
    const right = b.ids[j] as number;
    if (left === right) sum += (a.values[i++] as number) * (b.values[j++] as number);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}

/** Returns the dot product of a dense vector, 0 beyond its end, and a sparse one, summed in the order of ids. */
export function dotProductWithDense(
  query: Float32Array,
  ids: Int32Array,
  values: Float32Array,
  start = 0,
  end = ids.length,
): number {
  let sum = 0;
  for (let at = start; at < end; at++) {
    const weight = query[ids[at] as number];
    if (weight) sum += weight * (values[at] as number);
  }
  return sum;
}

export function sumVectors(vectors: readonly SparseVector[]): SparseVector {
  return createSparseVector(
    (function* () {
      for (const { ids, values } of vectors) {
        for (let at = 0; at < ids.length; at++) yield [ids[at] as number, values[at] as number] as const;
      }
    })(),
  );
}

/** Returns the dot product of two vectors, split by the part to which `partOf` assigns each id. */
export function dotProductByPart<Part extends string>(
  a: SparseVector,
  b: SparseVector,
  partOf: (id: number) => Part,
): ReadonlyMap<Part, number> {
  const parts = new Map<Part, number>();
  let j = 0;
  for (let i = 0; i < a.ids.length; i++) {
    const id = a.ids[i] as number;
    while (j < b.ids.length && (b.ids[j] as number) < id) j++;
    if (b.ids[j] !== id) continue;
    const part = partOf(id);
    parts.set(part, (parts.get(part) ?? 0) + (a.values[i] as number) * (b.values[j] as number));
  }
  return parts;
}
