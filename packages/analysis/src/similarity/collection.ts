import type { NormalisedDocument } from '../text/document.ts';
import { type CorpusStatistics, countFeatures } from './corpus-statistics.ts';
import { listFeatures } from './features.ts';
import type { SparseVector } from './sparse-vector.ts';
import { createVocabulary, vectorise } from './vectorise.ts';

/** A set of documents as vectors, in the order of their ids. */
export interface Collection {
  readonly documents: readonly NormalisedDocument[];
  readonly vectors: readonly SparseVector[];
  readonly positions: ReadonlyMap<string, number>;
  readonly statistics: CorpusStatistics;
  vectorise(document: NormalisedDocument): SparseVector;
}

/** @param documents in any order; where an id stands twice, the later one counts */
export function createCollection(documents: readonly NormalisedDocument[]): Collection {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const features = sorted.map(listFeatures);
  const statistics = countFeatures(features);
  const vocabulary = createVocabulary(features);
  return {
    documents: sorted,
    vectors: features.map((one) => vectorise(one, statistics, vocabulary)),
    positions: new Map(sorted.map((document, index) => [document.id, index])),
    statistics,
    vectorise: (document) => vectorise(listFeatures(document), statistics, vocabulary),
  };
}
