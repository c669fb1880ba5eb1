import type { Document } from '../../text/document.ts';
import { normalise } from '../../text/normalise.ts';
import { countHolding, inverseDocumentFrequency } from '../../text/tf-idf.ts';

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
  const counts = countHolding(documents.map((document) => normalise(document).terms.keys()));
  const rarity = readRarity(documents.length);
  const countDocuments = (term: string) => counts.get(term) ?? 0;
  return { documents: documents.length, weigh: (term) => rarity(countDocuments(term)), countDocuments };
}

/**
 * Returns the weight of what n of N documents hold: 1 + its smoothed inverse document frequency, or 0 above one half. The
 * match thresholds are tuned to this form.
 * @param all N
 */
export function readRarity(all: number): (count: number) => number {
  const common = Math.max(commonCount, commonShare * all);
  return (count) => (count > common ? 0 : 1 + inverseDocumentFrequency(all, count + 0.5));
}
