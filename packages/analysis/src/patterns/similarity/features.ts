import type { NormalisedDocument } from '../../text/failure-document.ts';

export type SimilaritySignal = 'words' | 'spelling' | 'files' | 'places';

/** Number of buckets for character n-grams, which are hashed because a table of them would be large. */
export const spellingBucketCount = 2 ** 20;
const gramLength = 3;
const maxCounted = 2 ** 16 - 1;

/** The features of a document with their counts. N-grams come first, then words, files and locations. */
export interface FeatureCounts {
  /** Index in `numbers` of the first word */
  readonly firstWord: number;
  readonly firstFile: number;
  readonly firstScope: number;
  /** Distinct features, as numbered by the `FeatureExtractor` */
  readonly numbers: Int32Array;
  /** Occurrences of each feature in `numbers`; at most 65,535 */
  readonly counts: Uint16Array;
}

/** Numbers features: n-grams by their hash, below 2^20, and all others from 2^20 on in the order of appearance. */
export interface FeatureExtractor {
  readonly words: ReadonlyMap<string, number>;
  readonly files: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
  /** Returns the lowest number that is not assigned yet. */
  size(): number;
  /** Returns the features of a document, and assigns numbers to new features. */
  learn(document: NormalisedDocument): FeatureCounts;
  /** Returns the features of a document; an unknown feature gets a temporary number, `size()` or above. */
  read(document: NormalisedDocument): FeatureCounts;
}

export function createFeatureExtractor(): FeatureExtractor {
  const words = new Map<string, number>();
  const files = new Map<string, number>();
  const places = new Map<string, number>();
  const grams = new Uint16Array(spellingBucketCount);
  let size = spellingBucketCount;

  function list(
    document: NormalisedDocument,
    numberOf: (known: Map<string, number>, name: string) => number,
  ): FeatureCounts {
    const numbers = countGrams(document.characters, grams);
    const counts = numbers.map((gram) => grams[gram] as number);
    for (const gram of numbers) grams[gram] = 0;
    const take = (known: Map<string, number>, named: ReadonlyMap<string, number>) => {
      for (const [name, count] of named) {
        numbers.push(numberOf(known, name));
        counts.push(Math.min(maxCounted, count));
      }
    };
    const firstWord = numbers.length;
    take(words, document.terms);
    const firstFile = numbers.length;
    take(files, document.files);
    const firstScope = numbers.length;
    take(places, document.places);
    return { firstWord, firstFile, firstScope, numbers: Int32Array.from(numbers), counts: Uint16Array.from(counts) };
  }

  return {
    words,
    files,
    places,
    size: () => size,
    learn: (document) =>
      list(document, (known, name) => {
        const number = known.get(name) ?? size++;
        known.set(name, number);
        return number;
      }),
    read(document) {
      let unknown = size;
      return list(document, (known, name) => known.get(name) ?? unknown++);
    },
  };
}

/**
 * Counts the 3-grams of a text by FNV-1a hash.
 * @param counts receives the count of each hash; must be 0 throughout before the call
 * @returns the distinct hashes
 */
function countGrams(text: string, counts: Uint16Array): number[] {
  const met: number[] = [];
  for (let start = 0; start + gramLength <= text.length; start++) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + gramLength; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const gram = (hash ^ (hash >>> 15)) & (spellingBucketCount - 1);
    const count = counts[gram] as number;
    if (count === 0) met.push(gram);
    if (count < maxCounted) counts[gram] = count + 1;
  }
  return met;
}
