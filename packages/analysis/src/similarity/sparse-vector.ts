/** A vector by its non-zero entries: `ids` ascending, `values` beside them. */
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

/** Sums in the order of ids, so that `dot(a, b)` equals `dot(b, a)` to the last bit. */
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

export function add(a: SparseVector, b: SparseVector): SparseVector {
  const ids = new Int32Array(a.ids.length + b.ids.length);
  const values = new Float32Array(ids.length);
  let length = 0;
  let i = 0;
  let j = 0;
  while (i < a.ids.length || j < b.ids.length) {
    const left = i < a.ids.length ? (a.ids[i] as number) : Number.POSITIVE_INFINITY;
    const right = j < b.ids.length ? (b.ids[j] as number) : Number.POSITIVE_INFINITY;
    ids[length] = Math.min(left, right);
    values[length++] =
      (left <= right ? (a.values[i++] as number) : 0) + (right <= left ? (b.values[j++] as number) : 0);
  }
  return { ids: ids.slice(0, length), values: values.slice(0, length) };
}

/** The vector at the given length; a zero vector stays zero. */
export function scaleTo(vector: SparseVector, length: number): SparseVector {
  const norm = Math.sqrt(dot(vector, vector));
  return norm === 0 ? vector : { ids: vector.ids, values: vector.values.map((value) => (value * length) / norm) };
}

/** The dot product of two vectors by what each id belongs to; its parts add up to the whole. */
export function dotByPart<Part extends string>(
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
