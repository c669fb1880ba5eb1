import type { Evidence } from '@refrain/domain';
import type { NormalisedDocument } from '../../text/document.ts';
import { createCollection } from './collection.ts';
import { timeDecay } from './decay.ts';
import { explainNeighbour } from './explain-neighbour.ts';
import { keepBest } from './keep-best.ts';
import { createNearestVectors, indexVectors, type Near } from './nearest.ts';
import { dotByPart, type SparseVector } from './sparse-vector.ts';

/** Neighbours by words that time and company are weighed for, where no more are asked for. */
const minCandidates = 100;
/** The nearest neighbours, whose mean nearness says how crowded it is around a document. */
const crowdSize = 8;
/** Time may take a nearer one by words back: the crowd is chosen among so many. */
const crowdCandidates = 24;
/** In few documents, and around one that nothing resembles, there is always some company. */
const minCrowd = 0.02;

/** Documents by position. How rare a word is was counted when the space was made; what is added later is measured by that. */
export interface DocumentSpace {
  positionOf(id: string): number | undefined;
  documentAt(position: number): NormalisedDocument;
  /** The k nearest of a document, best first, ties by position; without the one that has its id. */
  find(document: NormalisedDocument, k: number): Near[];
  /** Why each of those that `find` gave for a document is near to it; the weights add up to its score. */
  explain(document: NormalisedDocument, found: readonly Near[]): Evidence[][];
  /** Adds a document, or puts it in the place of the one with its id. */
  put(document: NormalisedDocument): void;
  remove(id: string): void;
  /** Finds out how crowded it is around documents of which that is not known yet, at most so many. @returns how many are left */
  compact(most: number): number;
}

/**
 * Nearness by words, spelling, files and places fades with time and counts by how crowded it is around both: `s / (s + c)` with the
 * mean nearness `c` of each one's nearest neighbours. What is near to everything is a twin of little; so local scaling as in
 * Schnitzer et al. 2012, "Local and global scaling reduce hubs in space".
 */
export function createDocumentSpace(all: readonly NormalisedDocument[]): DocumentSpace {
  const collection = createCollection(all);
  const { vocabulary } = collection;
  const documents = [...collection.documents];
  const vectors = [...collection.vectors];
  const positions = new Map(collection.positions);
  const nearest = createNearestVectors(indexVectors(vectors));
  /** By position, as far as it was asked for: how near the nearest are, descending, 0 for those that are not there. */
  const crowds = new Map<number, Float64Array>();
  let settled = 0;
  /** Positions below `settled` whose crowd is to be measured anew. */
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
  /** Those that time leaves near, in the same order. */
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
    const crowd = listCrowd(findCompany(position), documentAt(position).day);
    crowds.set(position, crowd);
    return measureCrowd(crowd);
  }
  function findCompany(position: number): Near[] {
    return nearest.find(vectorAt(position), crowdCandidates, position);
  }
  function remove(id: string): void {
    const position = positions.get(id);
    if (position === undefined) return;
    positions.delete(id);
    for (const { index } of findCompany(position)) {
      crowds.delete(index);
      unsettled.add(index);
    }
    crowds.delete(position);
  }
  /** Around what is near to a new one it is more crowded than before. */
  function joinCrowds(position: number): void {
    const company = findCompany(position);
    const { day } = documentAt(position);
    crowds.set(position, listCrowd(company, day));
    for (const { index, score } of decay(company, day)) {
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
    compact(most) {
      let left = most;
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
