import type { NormalisedDocument } from '../text/document.ts';

/** The kinds of sign that two documents can share. */
export type Signal = 'words' | 'spelling' | 'places';

/** Character n-grams are hashed into this many features: no table of them is kept, and none depends on the order of input. */
export const spellingFeatures = 2 ** 20;
const shortestGram = 3;
const longestGram = 4;

/** From feature to count, for each signal. Words and places are named by their text, n-grams by a number below 2^20. */
export interface Features {
  readonly words: ReadonlyMap<string, number>;
  readonly spelling: ReadonlyMap<number, number>;
  readonly places: ReadonlyMap<string, number>;
}

export function listFeatures(document: NormalisedDocument): Features {
  return { words: document.terms, spelling: countGrams(document.characters), places: document.places };
}

/** Counts the 3- and 4-grams of a text by FNV-1a hash. */
export function countGrams(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (let start = 0; start + shortestGram <= text.length; start++) {
    let hash = 0x811c9dc5;
    const end = Math.min(text.length, start + longestGram);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      if (at - start + 1 < shortestGram) continue;
      const feature = (hash ^ (hash >>> 15)) & (spellingFeatures - 1);
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  }
  return counts;
}
