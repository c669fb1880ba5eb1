import { createIndexedVectors } from '../similarity/indexed-vectors.ts';
import type { SparseVector } from '../similarity/sparse-vector.ts';
import { computeNeighbourLists } from './compute-neighbour-lists.ts';
import type { ReportComparison } from './report-comparison.ts';

export interface NearestPoints {
  readonly size: number;
  readonly probabilities: Float64Array;
  /** Visits once each point that is in the neighbour list of `own` or has `own` in its list. Scores are symmetric. */
  visit(own: number, visitor: (other: number, score: number) => void): void;
}

/**
 * Finds each point's nearest neighbours by words, and replaces the scores of long reports by a comparison that knows more.
 * @param sample positions of the points for estimating chance similarity
 * @param reports null to compare words alone
 */
export function findNearestPoints(
  vectors: readonly SparseVector[],
  days: readonly (number | null)[],
  sample: readonly number[],
  count: number,
  reports: ReportComparison | null,
): NearestPoints {
  const sampled = createIndexedVectors(sample.map((position) => vectors[position] as SparseVector));
  const { others, scores, lengths, probabilities } = computeNeighbourLists(
    { vectors: createIndexedVectors(vectors), days, sample, sampled },
    count,
  );
  if (reports !== null) {
    for (let own = 0; own < vectors.length; own++) {
      const end = own * count + (lengths[own] as number);
      for (let at = own * count; at < end; at++) {
        const compared = reports.compare(own, others[at] as number, scores[at] as number);
        if (compared !== null) scores[at] = compared;
      }
    }
  }
  const { starts, entries } = listIncoming(others, lengths, count);
  const seenBy = new Int32Array(vectors.length).fill(-1);

  return {
    size: vectors.length,
    probabilities,
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

/** Lists for each point the ascending indexes in `others` at which the point occurs. */
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
