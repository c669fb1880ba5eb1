import type { SparseVector } from './sparse-vector.ts';

const growth = 1.5;
const nowhere = -1;

/**
 * Creates an empty inverted index, to which vectors are added one by one. The entries of a feature form a linked list,
 * so that adding entries moves no others. Reading such a list is slow, but few vectors are added after the initial load.
 */
export function createAppendablePostings() {
  let frequencies = new Uint32Array(0);
  // The latest entry of each feature
  let latest = new Int32Array(0);
  let owners = new Uint32Array(0);
  let values = new Float32Array(0);
  // For each entry, the previous entry of the same feature
  let earlier = new Int32Array(0);
  let entries = 0;

  return {
    frequencyOf: (id: number) => frequencies[id] ?? 0,
    /** Visits the vectors that have a feature, beginning with the vector that was added last. */
    visit(id: number, visitor: (owner: number, value: number) => void): void {
      const start = (frequencies[id] ?? 0) === 0 ? nowhere : (latest[id] as number);
      for (let entry = start; entry !== nowhere; entry = earlier[entry] as number) {
        visitor(owners[entry] as number, values[entry] as number);
      }
    },
    add(owner: number, vector: SparseVector): void {
      const features = (vector.ids.at(-1) ?? -1) + 1;
      frequencies = enlargeArray(frequencies, features);
      latest = enlargeArray(latest, features);
      const needed = entries + vector.ids.length;
      owners = enlargeArray(owners, needed);
      values = enlargeArray(values, needed);
      earlier = enlargeArray(earlier, needed);
      vector.ids.forEach((id, at) => {
        const frequency = frequencies[id] as number;
        owners[entries] = owner;
        values[entries] = vector.values[at] as number;
        earlier[entries] = frequency === 0 ? nowhere : (latest[id] as number);
        latest[id] = entries++;
        frequencies[id] = frequency + 1;
      });
    },
  };
}

/** Returns the array if it is long enough, otherwise a longer copy padded with 0. */
export function enlargeArray<Values extends Int32Array | Uint32Array | Float32Array>(
  array: Values,
  length: number,
): Values {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => Values)(Math.ceil(growth * length));
  larger.set(array);
  return larger;
}
