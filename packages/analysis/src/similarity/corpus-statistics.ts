import type { Document } from '../text/document.ts';
import { normalise } from '../text/normalise.ts';
import type { Features, Signal } from './features.ts';

/** How many documents hold what: the contrast against which a word is rare or common. */
export interface CorpusStatistics {
  readonly documents: number;
  /**
   * Weight of a feature by rarity, `1 + ln((1 + N) / (1 + n))` (smooth idf); 0 for what stands in so many documents
   * that it tells nothing.
   */
  weigh(signal: Signal, feature: string | number): number;
  /** Number of documents that hold a term. */
  countDocuments(term: string): number;
}

/** Above this share of the documents a feature tells nothing; small collections are too small to say so. */
const commonShare = 0.3;
const commonCount = 10;

/** The statistics of words and places. They depend on the set of documents, not on their order. */
export function createCorpusStatistics(documents: readonly Document[]): CorpusStatistics {
  return countFeatures(
    documents.map((document) => {
      const { terms, places } = normalise(document);
      return { words: terms, spelling: new Map(), places };
    }),
  );
}

export function countFeatures(all: readonly Features[]): CorpusStatistics {
  const counts: Record<Signal, Map<string | number, number>> = {
    words: new Map(),
    spelling: new Map(),
    places: new Map(),
  };
  const signals: readonly Signal[] = ['words', 'spelling', 'places'];
  for (const features of all) {
    for (const signal of signals) {
      const seen = counts[signal];
      for (const feature of features[signal].keys()) seen.set(feature, (seen.get(feature) ?? 0) + 1);
    }
  }
  const common = Math.max(commonCount, commonShare * all.length);
  return {
    documents: all.length,
    weigh(signal, feature) {
      const count = counts[signal].get(feature) ?? 0;
      return count > common ? 0 : 1 + Math.log((1 + all.length) / (1 + count));
    },
    countDocuments: (term) => counts.words.get(term) ?? 0,
  };
}
