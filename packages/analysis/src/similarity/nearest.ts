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
}

/** Postings read per query at most, rarest features first: what is in very many documents hardly tells one from another. */
const postingBudget = 250_000;
/** Candidates that are scored exactly. */
const rescored = (k: number) => Math.max(100, 2 * k);

/**
 * Inverted index over unit vectors. A query walks the postings of its features, the rarest first, until the budget is used
 * up; the best candidates are then scored exactly. Equal scores are ordered by position.
 */
export function createNearestVectors(vectors: readonly SparseVector[]): NearestVectors {
  const postings = invert(vectors);
  const rows = vectors.map((vector) => toRow(vector, postings.slotOf));
  const partial = new Float64Array(vectors.length);
  const touched = new Int32Array(vectors.length);
  const query = new Float64Array(postings.starts.length);

  /** Adds up what the rarest features contribute. @returns how many vectors have any, in `touched` */
  function accumulate({ slots, values }: Row, skip: number): number {
    let count = 0;
    let left = postingBudget;
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] as number;
      const end = postings.starts[slot + 1] as number;
      const start = postings.starts[slot] as number;
      left -= end - start;
      if (left < 0) break;
      const value = values[at] as number;
      for (let posting = start; posting < end; posting++) {
        const owner = postings.owners[posting] as number;
        if (owner === skip) continue;
        const before = partial[owner] as number;
        if (before === 0) touched[count++] = owner;
        partial[owner] = before + value * (postings.values[posting] as number);
      }
    }
    return count;
  }

  function dotWithQuery({ slots, values }: Row): number {
    let sum = 0;
    for (let at = 0; at < slots.length; at++) sum += (values[at] as number) * (query[slots[at] as number] as number);
    return sum;
  }

  return {
    find(vector, k, skip = -1) {
      const row = vectors[skip] === vector ? (rows[skip] as Row) : toRow(vector, postings.slotOf);
      const count = accumulate(row, skip);
      const best = selectBest(partial, touched.subarray(0, count), rescored(k));
      for (let at = 0; at < count; at++) partial[touched[at] as number] = 0;
      for (let at = 0; at < row.slots.length; at++) query[row.slots[at] as number] = row.values[at] as number;
      const found = best.map((index) => ({ index, score: Math.min(1, dotWithQuery(rows[index] as Row)) }));
      for (const slot of row.slots) query[slot] = 0;
      return found.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, k);
    },
  };
}

const bins = 1_024;

/** The positions of the highest values, ties by position, in no order. Values are in [0, 1]: counted in bins, not sorted. */
function selectBest(values: Float64Array, positions: Int32Array, count: number): number[] {
  if (positions.length <= count) return Array.from(positions);
  const binOf = (position: number) => Math.min(bins, Math.floor((values[position] as number) * bins));
  const sizes = new Int32Array(bins + 1);
  for (const position of positions) sizes[binOf(position)] = (sizes[binOf(position)] as number) + 1;
  let last = bins;
  let above = 0;
  while (above + (sizes[last] as number) < count) above += sizes[last--] as number;
  const best: number[] = [];
  const onEdge: number[] = [];
  for (const position of positions) {
    const bin = binOf(position);
    if (bin > last) best.push(position);
    else if (bin === last) onEdge.push(position);
  }
  onEdge.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  return best.concat(onEdge.slice(0, count - above));
}

/** A vector by slots, ascending: its rarest features first. */
interface Row {
  readonly slots: Int32Array;
  readonly values: Float64Array;
}

interface Postings {
  /** From feature to its slot, rarest features first; slot `s` owns the entries from `starts[s]` to `starts[s + 1]`. */
  readonly slotOf: ReadonlyMap<number, number>;
  readonly starts: Uint32Array;
  readonly owners: Uint32Array;
  readonly values: Float32Array;
}

/** Features that no indexed vector has are left out. */
function toRow({ ids, values }: SparseVector, slotOf: ReadonlyMap<number, number>): Row {
  // Slot and place in one number, so that a sort of plain numbers sorts both.
  const keys = new Float64Array(ids.length);
  let count = 0;
  for (let at = 0; at < ids.length; at++) {
    const slot = slotOf.get(ids[at] as number);
    if (slot !== undefined) keys[count++] = slot * ids.length + at;
  }
  const sorted = keys.subarray(0, count).sort();
  return {
    slots: Int32Array.from(sorted, (key) => Math.floor(key / ids.length)),
    values: Float64Array.from(sorted, (key) => values[key % ids.length] as number),
  };
}

function invert(vectors: readonly SparseVector[]): Postings {
  const counts = new Map<number, number>();
  for (const { ids } of vectors) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const rarestFirst = [...counts].sort(([a, n], [b, m]) => n - m || a - b);
  const slotOf = new Map(rarestFirst.map(([id], slot) => [id, slot]));
  const starts = new Uint32Array(rarestFirst.length + 1);
  rarestFirst.forEach(([, count], slot) => {
    starts[slot + 1] = (starts[slot] as number) + count;
  });
  const total = starts[rarestFirst.length] as number;
  const owners = new Uint32Array(total);
  const values = new Float32Array(total);
  const next = starts.slice();
  vectors.forEach((vector, owner) => {
    vector.ids.forEach((id, at) => {
      const slot = slotOf.get(id) as number;
      const position = next[slot] as number;
      next[slot] = position + 1;
      owners[position] = owner;
      values[position] = vector.values[at] as number;
    });
  });
  return { slotOf, starts, owners, values };
}
