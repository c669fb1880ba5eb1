import { splitIntoPassages } from '../../text/split-into-passages.ts';

/** Sentence vectors of the passages of one failure, as bytes one after another. */
export interface PassageVectorList {
  readonly values: Int8Array;
  /** Number of vectors */
  readonly count: number;
}

/** Computes the sentence vectors of the title and the passages of a failure. */
export async function embedPassages(
  failure: Parameters<typeof splitIntoPassages>[0],
  embed: (texts: readonly string[]) => Promise<readonly Int8Array[]>,
): Promise<PassageVectorList> {
  const vectors = await embed(splitIntoPassages(failure));
  return { values: Int8Array.from(vectors.flatMap((vector) => [...vector])), count: vectors.length };
}

export function joinPassageVectors(first: PassageVectorList, second: PassageVectorList): PassageVectorList {
  const values = new Int8Array(first.values.length + second.values.length);
  values.set(first.values);
  values.set(second.values, first.values.length);
  return { values, count: first.count + second.count };
}

/** Returns how similar two points are in meaning, in [0, 1]; null if a point has no meaning. */
export type MeaningComparison = (own: number, other: number) => number | null;

/** The passages of a failure, with their weights in the mean; the weights count only if there is one for each passage. */
export interface WeighedPassages {
  readonly list: PassageVectorList;
  readonly weights: readonly number[];
}

/** Returns the mean direction of the passages of all given failures, as a vector of length 1; null without passages. */
export function averageMeaning(failures: readonly WeighedPassages[]): Float32Array | null {
  const [first] = failures;
  if (first === undefined || first.list.count === 0) return null;
  const length = first.list.values.length / first.list.count;
  const sum = new Float32Array(length);
  for (const {
    list: { values, count },
    weights,
  } of failures) {
    for (let nth = 0; nth < count; nth++) {
      const passage = values.subarray(nth * length, (nth + 1) * length);
      const norm = Math.sqrt(passage.reduce((all, value) => all + value * value, 0)) || 1;
      const factor = (weights.length === count ? (weights[nth] as number) : 1) / norm;
      for (let at = 0; at < length; at++) sum[at] = (sum[at] as number) + (passage[at] as number) * factor;
    }
  }
  return normalise(sum);
}

/**
 * Creates a comparison of points. Subtracts the mean of all points from each vector, because all failures of an
 * organisation resemble each other: they name the same systems, and are reports of failures.
 * @param meanings vectors of length 1, by position of the point; null for a point without a meaning
 */
export function createMeaningComparison(meanings: readonly (Float32Array | null)[]): MeaningComparison {
  const known = meanings.filter((meaning) => meaning !== null);
  const mean = new Float32Array(known[0]?.length ?? 0);
  for (const meaning of known)
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] as number) + (meaning[at] as number) / known.length;
  const centred = meanings.map(
    (meaning) => meaning && normalise(meaning.map((value, at) => value - (mean[at] as number))),
  );
  return (own, other) => {
    const [a, b] = [centred[own], centred[other]];
    if (!a || !b) return null;
    let cosine = 0;
    for (let at = 0; at < a.length; at++) cosine += (a[at] as number) * (b[at] as number);
    return Math.min(1, Math.max(0, cosine));
  };
}

function normalise(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return norm === 0 ? vector : vector.map((value) => value / norm);
}
