import type { Document } from '../../text/document.ts';
import { normalise } from '../../text/normalise.ts';
import { countHolding, inverseDocumentFrequency } from '../../text/tf-idf.ts';

/** Document frequencies, by which a word is rare or common. */
export interface CorpusStatistics {
  readonly documents: number;
  /** Returns the weight of a term by its rarity; 0 for very common terms. */
  weigh(term: string): number;
  countDocuments(term: string): number;
}

/** Features in a larger share of the documents get weight 0; the minimum count protects small collections. */
const commonShare = 0.5;
const commonCount = 10;

/** Counts the words of documents. The order of documents does not matter. */
export function createCorpusStatistics(documents: readonly Document[]): CorpusStatistics {
  const counts = countHolding(documents.map((document) => normalise(document).terms.keys()));
  const rarity = readRarity(documents.length);
  const countDocuments = (term: string) => counts.get(term) ?? 0;
  return { documents: documents.length, weigh: (term) => rarity(countDocuments(term)), countDocuments };
}

/**
 * Returns a function from a document count n of N to a weight: 1 + its smoothed inverse document frequency, or 0 above
 * one half. The match thresholds are tuned to this form.
 * @param all N
 */
export function readRarity(all: number): (count: number) => number {
  const common = Math.max(commonCount, commonShare * all);
  return (count) => (count > common ? 0 : 1 + inverseDocumentFrequency(all, count + 0.5));
}
