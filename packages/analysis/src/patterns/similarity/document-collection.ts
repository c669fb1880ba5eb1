import type { NormalisedDocument } from '../../text/failure-document.ts';
import { createFeatureVocabulary, type FeatureVocabulary } from './feature-vocabulary.ts';
import { createFeatureExtractor } from './features.ts';
import type { SparseVector } from './sparse-vector.ts';

/** Documents and their vectors, ordered by document id. */
export interface DocumentCollection {
  readonly documents: readonly NormalisedDocument[];
  readonly vectors: readonly SparseVector[];
  readonly positions: ReadonlyMap<string, number>;
  readonly vocabulary: FeatureVocabulary;
}

/** Sorts and vectorises documents. If two have the same id, only the later one is included. */
export function createDocumentCollection(documents: readonly NormalisedDocument[]): DocumentCollection {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const reader = createFeatureExtractor();
  const features = sorted.map(reader.learn);
  const vocabulary = createFeatureVocabulary(reader, features);
  return {
    documents: sorted,
    vectors: features.map(vocabulary.vectorise),
    positions: new Map(sorted.map((document, index) => [document.id, index])),
    vocabulary,
  };
}
