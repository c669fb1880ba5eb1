import type { Evidence } from '@refrain/domain';
import type { NormalisedDocument } from '../../text/document.ts';
import { createCollection } from './collection.ts';
import { timeDecay } from './decay.ts';
import { explainNeighbour } from './explain-neighbour.ts';
import { keepBest } from './keep-best.ts';
import { createNearestVectors, indexVectors, type Near } from './nearest.ts';
import { dotByPart, type SparseVector } from './sparse-vector.ts';

/** The minimum number of neighbours by text that are reranked by time and crowding. */
const minCandidates = 100;
/** The number of nearest neighbours whose mean similarity is a document's crowding. */
const crowdSize = 8;
/** Time decay may reorder neighbours, so the nearest are chosen among this many. */
const crowdCandidates = 24;
/** The minimum crowding, for small collections and isolated documents. */
const minCrowd = 0.02;

/** Documents by position. Word rarity is fixed when the space is created and also applies to documents added later. */
export interface DocumentSpace {
  positionOf(id: string): number | undefined;
  documentAt(position: number): NormalisedDocument;
  /** Returns the k nearest documents, best first, ties by position, without the one that has the same id. */
  find(document: NormalisedDocument, k: number): Near[];
  /** Explains the results of `find` for a document; the weights of each sum to its score. */
  explain(document: NormalisedDocument, found: readonly Near[]): Evidence[][];
  /** Adds or replaces a document. */
  put(document: NormalisedDocument): void;
  remove(id: string): void;
  /**
   * Computes the crowding of up to so many documents for which it is unknown.
   * @returns the number left
   */
  compact(limit: number): number;
}

/**
 * Creates a document space. Similarity by words, spelling, files and locations decays with time and is scaled by the
 * crowding of both documents: `s / (s + c)` with the mean similarity `c` of their nearest neighbours. This lowers hubs,
 * which are near to everything (local scaling as in Schnitzer et al. 2012, "Local and global scaling reduce hubs in
 * space").
 */
export function createDocumentSpace(all: readonly NormalisedDocument[]): DocumentSpace {
  const collection = createCollection(all);
  const { vocabulary } = collection;
  const documents = [...collection.documents];
  const vectors = [...collection.vectors];
  const positions = new Map(collection.positions);
  const nearest = createNearestVectors(indexVectors(vectors));
  /** The similarities of the nearest neighbours by position, computed on demand; descending, padded with 0. */
  const crowds = new Map<number, Float64Array>();
  let settled = 0;
  /** Positions below `settled` whose crowding must be recomputed. */
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
  /** Applies time decay and drops what is no longer near, in the same order. */
  function decay(near: readonly Near[], day: number | null): Near[] {
    return near
      .map(({ index, score }) => ({ index, score: score - timeDecay(day, documentAt(index).day) }))
      .filter(({ index, score }) => score > 0 && isThere(index));
  }
  function listCrowd(near: readonly Near[], day: number | null): Float64Array {
    const best = new Float64Array(crowdSize);
    let held = 0;
    for (const { score } of decay(near.slice(0, crowdCandidates), day)) held = keepBest(best, held, score);
    return best;
  }
  function crowdAt(position: number): number {
    const known = crowds.get(position);
    if (known !== undefined) return measureCrowd(known);
    const crowd = listCrowd(findNearest(position), documentAt(position).day);
    crowds.set(position, crowd);
    return measureCrowd(crowd);
  }
  function findNearest(position: number): Near[] {
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
  /** Adds a new document to the crowds of its neighbours. */
  function joinCrowds(position: number): void {
    const near = findNearest(position);
    const { day } = documentAt(position);
    crowds.set(position, listCrowd(near, day));
    for (const { index, score } of decay(near, day)) {
      const crowd = crowds.get(index);
      if (crowd !== undefined) keepBest(crowd, crowdSize, score);
    }
  }

  return {
    positionOf: (id) => positions.get(id),
    documentAt,
    find(document, k) {
      const own = positions.get(document.id);
      const near = nearest.find(readVector(document), Math.max(minCandidates, k), own);
      const crowd = measureCrowd(listCrowd(near, document.day));
      return decay(near, document.day)
        .map(({ index, score }) => ({ index, score: scaleLocally(score, crowd, crowdAt(index)) }))
        .sort((a, b) => b.score - a.score || a.index - b.index)
        .slice(0, k);
    },
    explain(document, found) {
      const vector = readVector(document);
      return found.map(({ index, score }) => {
        const parts = dotByPart(vector, vectorAt(index), vocabulary.signalOf);
        return explainNeighbour(document, documentAt(index), score, parts, vocabulary);
      });
    },
    put(document) {
      remove(document.id);
      const vector = vocabulary.learn(document);
      const position = nearest.add(vector);
      documents[position] = document;
      vectors[position] = vector;
      positions.set(document.id, position);
      joinCrowds(position);
    },
    remove,
    compact(limit) {
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
