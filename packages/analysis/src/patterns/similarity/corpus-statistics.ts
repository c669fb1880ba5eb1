import type { FailureDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import { countDocumentsByTerm, inverseDocumentFrequency } from '../../text/tf-idf.ts';

export interface CorpusStatistics {
  readonly documents: number;
  /** Returns a weight that is higher for rarer terms; 0 for very common terms. */
  weigh(term: string): number;
  countDocuments(term: string): number;
}

/** A term gets the weight 0 if it occurs in more than half of all documents and in more than ten documents. */
const commonShare = 0.5;
const commonCount = 10;

export function createCorpusStatistics(documents: readonly FailureDocument[]): CorpusStatistics {
  const counts = countDocumentsByTerm(documents.map((document) => normaliseDocument(document).terms.keys()));
  const rarity = createRarityWeight(documents.length);
  const countDocuments = (term: string) => counts.get(term) ?? 0;
  return { documents: documents.length, weigh: (term) => rarity(countDocuments(term)), countDocuments };
}

/** The weight is 1 + smoothed inverse document frequency; 0 if common. Score thresholds are tuned to this formula. */
export function createRarityWeight(all: number): (count: number) => number {
  const common = Math.max(commonCount, commonShare * all);
  return (count) => (count > common ? 0 : 1 + inverseDocumentFrequency(all, count + 0.5));
}
