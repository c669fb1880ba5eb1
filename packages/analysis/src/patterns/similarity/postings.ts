import type { PackedVectors } from './packed-vectors.ts';

/** An inverted index: for each feature, the vectors that have it. */
export interface Postings {
  readonly frequencies: Uint32Array;
  /** Index of each feature's first entry in `owners` and `values` */
  readonly starts: Uint32Array;
  /** Positions of the vectors that have each feature; ascending for each feature */
  readonly owners: Uint32Array;
  readonly values: Float32Array;
}

/** Maximum number of vectors with a feature. A more frequent one gets no entries: it hardly distinguishes vectors. */
export const maxVectorsPerFeature = 10_000;

export function createPostings({ starts: vectorStarts, ids, values: vectorValues }: PackedVectors): Postings {
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
