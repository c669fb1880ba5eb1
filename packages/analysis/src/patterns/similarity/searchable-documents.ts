import type { Evidence } from '@refrain/domain';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { computeTimeDecay } from './decay.ts';
import { createDocumentCollection } from './document-collection.ts';
import { explainNeighbour } from './explain-similarity.ts';
import { createIndexedVectors } from './indexed-vectors.ts';
import { insertIntoHighestValues } from './insert-into-highest-values.ts';
import { createNearestVectorSearch, type ScoredVector } from './nearest.ts';
import { dotProductByPart, type SparseVector } from './sparse-vector.ts';

/** Minimum number of neighbours by text that are reranked by time decay and local scaling */
const minCandidates = 100;
/** A document's crowding is its mean similarity to this many nearest neighbours. */
const crowdSize = 8;
/** Number of neighbours by text from which the nearest ones are chosen, because time decay may change their order */
const crowdCandidates = 24;
/** Minimum of a document's crowding (mean similarity to its nearest neighbours), mainly for small collections. */
const minCrowd = 0.02;

export type SearchableDocuments = ReturnType<typeof createSearchableDocuments>;

/**
 * Makes documents searchable. The word rarities of `all` also apply to documents that are added later. A score is `s / (s + c)`: `s` is the similarity after time decay, `c` the mean crowding of
 * the two documents. This lowers the scores of hubs, which resemble nearly all documents (local scaling as in Schnitzer
 * et al. 2012, "Local and global scaling reduce hubs in space").
 */
export function createSearchableDocuments(all: readonly NormalisedDocument[]) {
  const collection = createDocumentCollection(all);
  const { vocabulary } = collection;
  const documents = [...collection.documents];
  const vectors = [...collection.vectors];
  const positions = new Map(collection.positions);
  const nearest = createNearestVectorSearch(createIndexedVectors(vectors));
  // For each position, the similarities to its nearest neighbours, in descending order and padded with 0. Computed on
  // demand.
  const crowds = new Map<number, Float64Array>();
  // The crowding is known for all positions below `settled`, except for those in `unsettled`.
  let settled = 0;
  const unsettled = new Set<number>();

  const isThere = (position: number) => positions.get(documentAt(position).id) === position;

  function documentAt(position: number): NormalisedDocument {
    return documents[position] as NormalisedDocument;
  }
  function vectorAt(position: number): SparseVector {
    return vectors[position] as SparseVector;
  }
  function readVector(document: NormalisedDocument): SparseVector {
    const own = positions.get(document.id);
    return own !== undefined && documentAt(own) === document ? vectorAt(own) : vocabulary.read(document);
  }
  /** Applies time decay. Drops removed documents, and documents whose score falls to 0. */
  function decay(near: readonly ScoredVector[], day: number | null): ScoredVector[] {
    return near
      .map(({ index, score }) => ({ index, score: score - computeTimeDecay(day, documentAt(index).day) }))
      .filter(({ index, score }) => score > 0 && isThere(index));
  }
  function listCrowd(near: readonly ScoredVector[], day: number | null): Float64Array {
    const best = new Float64Array(crowdSize);
    let held = 0;
    for (const { score } of decay(near.slice(0, crowdCandidates), day))
      held = insertIntoHighestValues(best, held, score);
    return best;
  }
  function crowdAt(position: number): number {
    const known = crowds.get(position);
    if (known !== undefined) return measureCrowd(known);
    const crowd = listCrowd(findNearest(position), documentAt(position).day);
    crowds.set(position, crowd);
    return measureCrowd(crowd);
  }
  function findNearest(position: number): ScoredVector[] {
    return nearest.find(vectorAt(position), crowdCandidates, position);
  }
  function remove(id: string): void {
    const position = positions.get(id);
    if (position === undefined) return;
    positions.delete(id);
    for (const { index } of findNearest(position)) {
      crowds.delete(index);
      unsettled.add(index);
    }
    crowds.delete(position);
  }
  /** Computes the crowding of a new document, and updates the crowding of its neighbours. */
  function joinCrowds(position: number): void {
    const near = findNearest(position);
    const { day } = documentAt(position);
    crowds.set(position, listCrowd(near, day));
    for (const { index, score } of decay(near, day)) {
      const crowd = crowds.get(index);
      if (crowd !== undefined) insertIntoHighestValues(crowd, crowdSize, score);
    }
  }

  return {
    positionOf: (id: string) => positions.get(id),
    documentAt,
    /** Returns the `k` nearest documents, best first. Omits a document with the id of `document`. */
    find(document: NormalisedDocument, k: number): ScoredVector[] {
      const own = positions.get(document.id);
      const near = nearest.find(readVector(document), Math.max(minCandidates, k), own);
      const crowd = measureCrowd(listCrowd(near, document.day));
      return decay(near, document.day)
        .map(({ index, score }) => ({ index, score: scaleLocally(score, crowd, crowdAt(index)) }))
        .sort((a, b) => b.score - a.score || a.index - b.index)
        .slice(0, k);
    },
    /** Explains each result of `find` by evidence whose weights sum to the result's score. */
    explain(document: NormalisedDocument, found: readonly ScoredVector[]): Evidence[][] {
      const vector = readVector(document);
      return found.map(({ index, score }) => {
        const parts = dotProductByPart(vector, vectorAt(index), vocabulary.signalOf);
        return explainNeighbour(document, documentAt(index), score, parts, vocabulary);
      });
    },
    put(document: NormalisedDocument): void {
      remove(document.id);
      const vector = vocabulary.learn(document);
      const position = nearest.add(vector);
      documents[position] = document;
      vectors[position] = vector;
      positions.set(document.id, position);
      joinCrowds(position);
    },
    remove,
    /** Computes up to `limit` unknown crowdings. Returns the number of crowdings that are still unknown. */
    compact(limit: number): number {
      let left = limit;
      for (const position of unsettled) {
        if (left-- <= 0) break;
        unsettled.delete(position);
        if (isThere(position)) crowdAt(position);
      }
      for (; left > 0 && settled < documents.length; left--) crowdAt(settled++);
      return documents.length - settled + unsettled.size;
    },
  };
}

function measureCrowd(crowd: Float64Array): number {
  return Math.max(minCrowd, crowd.reduce((sum, score) => sum + score, 0) / crowdSize);
}

function scaleLocally(score: number, crowd: number, otherCrowd: number): number {
  return score / (score + (crowd + otherCrowd) / 2);
}
