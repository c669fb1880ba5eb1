import type { NormalisedDocument } from '../../text/failure-document.ts';
import type { DocumentCollection } from '../similarity/document-collection.ts';
import { listNamesInField, type NameField, type SharedNamePredicate } from '../similarity/explain-similarity.ts';
import type { SimilaritySignal } from '../similarity/features.ts';
import { dot, dotProductByPart, type SparseVector, sumVectors } from '../similarity/sparse-vector.ts';

export interface GroupCentre {
  /** Tells whether at least two members contain a name, such as a term or a file. */
  readonly namesToo: SharedNamePredicate;
  /** Returns a member's cosine with the centre of all other members, split by signal; empty without other members. */
  compareWithOthers(member: SparseVector): ReadonlyMap<SimilaritySignal, number>;
}

const namings = ['terms', 'signature', 'files', 'places'] as const;

export function createGroupCentre(
  positions: readonly number[],
  { documents, vectors, vocabulary }: DocumentCollection,
): GroupCentre {
  const members = positions.map((position) => documents[position] as NormalisedDocument);
  const counts = new Map(namings.map((naming) => [naming, countNames(members, naming)]));
  const total = sumVectors(positions.map((position) => vectors[position] as SparseVector));
  const squared = dot(total, total);
  return {
    namesToo: (naming, name) => (counts.get(naming)?.get(name) ?? 0) > 1,
    compareWithOthers(member) {
      const withTotal = dotProductByPart(member, total, vocabulary.signalOf);
      const withItself = dotProductByPart(member, member, vocabulary.signalOf);
      const length = Math.sqrt(Math.max(0, squared - 2 * sum(withTotal) + sum(withItself)));
      if (positions.length < 2 || length === 0) return new Map();
      return new Map(
        [...withTotal].map(([signal, value]) => [signal, Math.max(0, value - (withItself.get(signal) ?? 0)) / length]),
      );
    },
  };
}

function countNames(documents: readonly NormalisedDocument[], naming: NameField): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const name of listNamesInField(document, naming)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function sum(parts: ReadonlyMap<SimilaritySignal, number>): number {
  return [...parts.values()].reduce((total, value) => total + value, 0);
}
