import { fadeOf } from '../similarity/fade.ts';
import { createNearestVectors } from '../similarity/nearest.ts';
import type { SparseVector } from '../similarity/sparse-vector.ts';
import { expectNearest } from './chance.ts';

/** The nearest of each of many points, and of whose nearest it is one: held in few arrays, for there are millions. */
export interface NearLists {
  readonly size: number;
  /** How near the nearest strangers of each point would be by chance. */
  readonly chances: Float64Array;
  /** Visits each point that is among the nearest of this one, or has this one among its own, once. The score is the same from both sides. */
  visit(own: number, visitor: (other: number, score: number) => void): void;
}

/**
 * Nearness in words and time, below 0 where the words tell nothing.
 * @param days when each point happened, null where that is not known
 * @param sample positions by which chance is judged
 * @param count neighbours that each point looks at
 */
export function createNearLists(
  vectors: readonly SparseVector[],
  days: readonly (number | null)[],
  sample: readonly number[],
  count: number,
): NearLists {
  const nearest = createNearestVectors(vectors);
  const others = new Int32Array(vectors.length * count);
  const scores = new Float32Array(vectors.length * count);
  const lengths = new Int32Array(vectors.length);
  vectors.forEach((vector, own) => {
    let at = own * count;
    for (const { index, score } of nearest.find(vector, count, own)) {
      others[at] = index;
      scores[at++] = score - fadeOf(days[own] ?? null, days[index] ?? null);
    }
    lengths[own] = at - own * count;
  });
  const { starts, entries } = listIncoming(others, lengths, count);
  const seenBy = new Int32Array(vectors.length).fill(-1);

  return {
    size: vectors.length,
    chances: listChances(vectors, days, sample),
    visit(own, visitor) {
      const end = own * count + (lengths[own] as number);
      for (let at = own * count; at < end; at++) {
        const other = others[at] as number;
        seenBy[other] = own;
        visitor(other, scores[at] as number);
      }
      for (let at = starts[own] as number; at < (starts[own + 1] as number); at++) {
        const entry = entries[at] as number;
        const other = Math.floor(entry / count);
        if (seenBy[other] !== own) visitor(other, scores[entry] as number);
      }
    },
  };
}

function listChances(
  vectors: readonly SparseVector[],
  days: readonly (number | null)[],
  sample: readonly number[],
): Float64Array {
  const sampled = createNearestVectors(sample.map((position) => vectors[position] as SparseVector));
  return Float64Array.from(vectors.keys(), (own) => {
    const scores = Float64Array.from(sample, (position) => -fadeOf(days[own] ?? null, days[position] ?? null));
    for (const { index, score } of sampled.find(vectors[own] as SparseVector, sample.length)) {
      scores[index] = (scores[index] as number) + score;
    }
    const others = scores.filter((_, index) => sample[index] !== own);
    return expectNearest(others.sort().reverse(), vectors.length);
  });
}

/** For each point the entries of the lists in which it stands, ascending. */
function listIncoming(others: Int32Array, lengths: Int32Array, count: number) {
  const starts = new Int32Array(lengths.length + 1);
  const forEachEntry = (visit: (entry: number, other: number) => void) => {
    for (let own = 0; own < lengths.length; own++) {
      const end = own * count + (lengths[own] as number);
      for (let entry = own * count; entry < end; entry++) visit(entry, others[entry] as number);
    }
  };
  forEachEntry((_, other) => {
    starts[other + 1] = (starts[other + 1] as number) + 1;
  });
  for (let own = 0; own < lengths.length; own++)
    starts[own + 1] = (starts[own + 1] as number) + (starts[own] as number);
  const next = starts.slice();
  const entries = new Int32Array(starts[lengths.length] as number);
  forEachEntry((entry, other) => {
    const at = next[other] as number;
    next[other] = at + 1;
    entries[at] = entry;
  });
  return { starts, entries };
}
