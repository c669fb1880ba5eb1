/** The best passage of a failure for a query. */
export interface NearestPassage {
  /** Cosine of the angle between the vectors, in [-1, 1] */
  readonly cosine: number;
  /** Index of the passage in the list that `splitIntoPassages` returns */
  readonly passage: number;
}

interface StoredVectors {
  readonly values: Int8Array;
  /** Length of each vector */
  readonly norms: Float64Array;
}

/** Stores the sentence vectors of failures, and compares a query's vector with them. */
export function createPassageVectors() {
  const vectorsOf = new Map<string, StoredVectors>();

  return {
    size: () => vectorsOf.size,
    has: (id: string) => vectorsOf.has(id),
    /**
     * Stores the vectors of a failure's passages, or replaces them.
     * @param values the vectors one after another
     * @param count number of vectors
     */
    put(id: string, values: Int8Array, count: number): void {
      const length = values.length / count;
      const norms = Float64Array.from({ length: count }, (_, at) =>
        computeNorm(values.subarray(at * length, (at + 1) * length)),
      );
      vectorsOf.set(id, { values, norms });
    },
    drop(id: string): void {
      vectorsOf.delete(id);
    },
    /** Returns the passage with the smallest angle to the query; null if the failure has no vectors of this length. */
    findNearest(query: Int8Array, id: string): NearestPassage | null {
      const stored = vectorsOf.get(id);
      if (stored === undefined || stored.values.length !== query.length * stored.norms.length) return null;
      const queryNorm = computeNorm(query);
      let best: NearestPassage | null = null;
      for (let passage = 0; passage < stored.norms.length; passage++) {
        const length = (stored.norms[passage] as number) * queryNorm;
        const cosine = length === 0 ? 0 : multiply(query, stored.values, passage * query.length) / length;
        if (best === null || cosine > best.cosine) best = { cosine, passage };
      }
      return best;
    },
  };
}

function multiply(query: Int8Array, values: Int8Array, start: number): number {
  let sum = 0;
  for (let at = 0; at < query.length; at++) sum += (query[at] as number) * (values[start + at] as number);
  return sum;
}

function computeNorm(vector: Int8Array): number {
  return Math.sqrt(multiply(vector, vector, 0));
}
