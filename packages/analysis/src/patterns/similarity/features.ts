import type { NormalisedDocument } from '../../text/document.ts';

/** The kinds of signal that two documents can share. */
export type Signal = 'words' | 'spelling' | 'files' | 'places';

/** The number of buckets for hashed character n-grams, which need no table and do not depend on the order of input. */
export const spellingFeatures = 2 ** 20;
const gramLength = 3;
const maxCounted = 2 ** 16 - 1;

/** The counts of a document's features by number, each once: n-grams, words, files and locations in this order. */
export interface FeatureCounts {
  readonly firstWord: number;
  readonly firstFile: number;
  readonly firstScope: number;
  readonly numbers: Int32Array;
  /** At most 65,535. */
  readonly counts: Uint16Array;
}

/**
 * Numbers the features of documents: n-grams by their hash, below 2^20, all others from there on in order of
 * appearance.
 */
export interface FeatureReader {
  readonly words: ReadonlyMap<string, number>;
  readonly files: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
  /** Returns a number above all numbers assigned so far. */
  size(): number;
  /** Returns the features of a document and numbers new ones. */
  learn(document: NormalisedDocument): FeatureCounts;
  /** Returns the features of a document; unknown ones get temporary numbers from `size()` on. */
  read(document: NormalisedDocument): FeatureCounts;
}

export function createFeatureReader(): FeatureReader {
  const words = new Map<string, number>();
  const files = new Map<string, number>();
  const places = new Map<string, number>();
  const grams = new Uint16Array(spellingFeatures);
  let size = spellingFeatures;

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
 * @param counts by hash, initially 0; filled by this call
 * @returns the distinct hashes
 */
function countGrams(text: string, counts: Uint16Array): number[] {
  const met: number[] = [];
  for (let start = 0; start + gramLength <= text.length; start++) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + gramLength; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    const gram = (hash ^ (hash >>> 15)) & (spellingFeatures - 1);
    const count = counts[gram] as number;
    if (count === 0) met.push(gram);
    if (count < maxCounted) counts[gram] = count + 1;
  }
  return met;
}
