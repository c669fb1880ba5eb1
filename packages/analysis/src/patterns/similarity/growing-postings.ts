import type { SparseVector } from './sparse-vector.ts';

/** From a feature to those vectors that have it which came one by one. */
export interface GrowingPostings {
  /** How many of them have a feature. */
  frequencyOf(id: number): number;
  /** Visits the vectors that have a feature, the latest first. */
  visit(id: number, visitor: (owner: number, value: number) => void): void;
  add(owner: number, vector: SparseVector): void;
}

const growth = 1.5;
const nowhere = -1;

/**
 * The entries of a feature are a chain through three arrays: 12 bytes for each and room for half as many, and none changes its
 * place when another comes. A chain is slow to walk compared with entries side by side, but those that came lately are few.
 */
export function createGrowingPostings(): GrowingPostings {
  let frequencies = new Uint32Array(0);
  /** By feature, its latest entry. */
  let latest = new Int32Array(0);
  let owners = new Uint32Array(0);
  let values = new Float32Array(0);
  /** By entry, the one that came before it to the same feature. */
  let earlier = new Int32Array(0);
  let entries = 0;

  return {
    frequencyOf: (id) => frequencies[id] ?? 0,
    visit(id, visitor) {
      const start = (frequencies[id] ?? 0) === 0 ? nowhere : (latest[id] as number);
      for (let entry = start; entry !== nowhere; entry = earlier[entry] as number) {
        visitor(owners[entry] as number, values[entry] as number);
      }
    },
    add(owner, vector) {
      const features = (vector.ids.at(-1) ?? -1) + 1;
      frequencies = enlarge(frequencies, features);
      latest = enlarge(latest, features);
      const needed = entries + vector.ids.length;
      owners = enlarge(owners, needed);
      values = enlarge(values, needed);
      earlier = enlarge(earlier, needed);
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

/** An array with room for so many: itself, or a larger one that begins with it. */
export function enlarge<Values extends Int32Array | Uint32Array | Float32Array>(array: Values, length: number): Values {
  if (length <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => Values)(Math.ceil(growth * length));
  larger.set(array);
  return larger;
}
