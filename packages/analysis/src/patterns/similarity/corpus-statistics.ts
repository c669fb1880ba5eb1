import type { Document } from '../../text/document.ts';
import { normalise } from '../../text/normalise.ts';

/** How many documents hold what: the contrast against which a word is rare or common. */
export interface CorpusStatistics {
  readonly documents: number;
  /** Weight of a term by its rarity; 0 for what stands in so many documents that it tells nothing. */
  weigh(term: string): number;
  /** Number of documents that hold a term. */
  countDocuments(term: string): number;
}

/** Above this share of the documents a feature tells nothing; small collections are too small to say so. */
const commonShare = 0.5;
const commonCount = 10;

/** The statistics of words. They depend on the set of documents, not on their order. */
export function createCorpusStatistics(documents: readonly Document[]): CorpusStatistics {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const term of normalise(document).terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const rarity = readRarity(documents.length);
  const countDocuments = (term: string) => counts.get(term) ?? 0;
  return { documents: documents.length, weigh: (term) => rarity(countDocuments(term)), countDocuments };
}

/**
 * Weight by rarity, `1 + ln((1 + N) / (1 + n))` (smooth idf) of what n of N documents hold; 0 above one half.
 * @param all N
 */
export function readRarity(all: number): (count: number) => number {
  const common = Math.max(commonCount, commonShare * all);
  return (count) => (count > common ? 0 : 1 + Math.log((1 + all) / (1 + count)));
}
