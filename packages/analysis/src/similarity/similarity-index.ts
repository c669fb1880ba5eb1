import { AppError, type Evidence } from '@refrain/domain';
import type { NormalisedDocument } from '../text/document.ts';
import { type Collection, createCollection } from './collection.ts';
import { doesName, explain, round } from './explain.ts';
import { fadeOf } from './fade.ts';
import { createNearestVectors, type Near, type NearestVectors } from './nearest.ts';
import { dot, dotByPart, type SparseVector } from './sparse-vector.ts';

export interface Neighbour {
  readonly id: string;
  /** In (0, 1): one half where two are as near as the nearest neighbours of both are on the whole. */
  readonly score: number;
}

/** Answers "have we seen this before?" over a set of documents. */
export interface SimilarityIndex {
  /** The k nearest to a document of the index, without itself, best first, ties by id. @throws {AppError} `not_found` */
  neighbours(id: string, k: number): Neighbour[];
  /** The k nearest to any document; one of the index with the same id is left out. */
  search(document: NormalisedDocument, k: number): Neighbour[];
  /** Why two documents of the index are near; the weights add up to their score. @throws {AppError} `not_found` */
  explain(a: string, b: string): Evidence[];
  /** Adds a document, or replaces the one with its id. The rarity of words is counted anew at the next question. */
  add(document: NormalisedDocument): void;
}

/** Neighbours by words that time and company are weighed for. */
const candidates = 100;
/** The nearest neighbours, whose mean nearness says how crowded it is around a document. */
const crowdSize = 8;
/** In few documents, and around one that nothing resembles, there is always some company. */
const leastCrowd = 0.02;

interface Built {
  readonly collection: Collection;
  readonly nearest: NearestVectors;
  /** By position, as far as it was asked for. */
  readonly crowds: Map<number, number>;
}

/**
 * Nearness by words, spelling and places fades with time and counts by how crowded it is around both: `s / (s + c)` with the
 * mean nearness `c` of each one's nearest neighbours. What is near to everything is a twin of little; so local scaling as in
 * Schnitzer et al. 2012, "Local and global scaling reduce hubs in space".
 * The answers depend on the set of documents, not on their order nor on when they were added.
 */
export function createSimilarityIndex(documents: readonly NormalisedDocument[]): SimilarityIndex {
  const known = new Map(documents.map((document) => [document.id, document]));
  let built: Built | null = null;

  function build(): Built {
    if (built === null) {
      const collection = createCollection([...known.values()]);
      built = { collection, nearest: createNearestVectors(collection.vectors), crowds: new Map() };
    }
    return built;
  }
  function positionOf(id: string): number {
    const position = build().collection.positions.get(id);
    if (position === undefined) throw new AppError('not_found', `No document ${id} is in the similarity index.`);
    return position;
  }
  function documentAt(position: number): NormalisedDocument {
    return build().collection.documents[position] as NormalisedDocument;
  }
  function vectorAt(position: number): SparseVector {
    return build().collection.vectors[position] as SparseVector;
  }
  function crowdAt(position: number): number {
    const { crowds } = build();
    const crowd = crowds.get(position) ?? crowdOf(findFaded(vectorAt(position), documentAt(position).day, position));
    crowds.set(position, crowd);
    return crowd;
  }
  /** The nearest by words and time, whose nearness is above 0. */
  function findFaded(vector: SparseVector, day: number | null, skip: number | undefined): Near[] {
    return build()
      .nearest.find(vector, candidates, skip)
      .map(({ index, score }) => ({ index, score: score - fadeOf(day, documentAt(index).day) }))
      .filter(({ score }) => score > 0);
  }
  function find(vector: SparseVector, day: number | null, k: number, skip: number | undefined): Neighbour[] {
    const faded = findFaded(vector, day, skip);
    const crowd = crowdOf(faded);
    if (skip !== undefined && vectorAt(skip) === vector) build().crowds.set(skip, crowd);
    return faded
      .map(({ index, score }) => ({ index, score: scaleLocally(score, crowd, crowdAt(index)) }))
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, k)
      .map(({ index, score }) => ({ id: documentAt(index).id, score }));
  }

  return {
    neighbours(id, k) {
      const position = positionOf(id);
      return find(vectorAt(position), documentAt(position).day, k, position);
    },
    search(document, k) {
      const { collection } = build();
      return find(collection.vocabulary.vectoriseNew(document), document.day, k, collection.positions.get(document.id));
    },
    explain(a, b) {
      const [own, other] = [positionOf(a), positionOf(b)];
      const fade = fadeOf(documentAt(own).day, documentAt(other).day);
      const scale = dot(vectorAt(own), vectorAt(other)) - fade + (crowdAt(own) + crowdAt(other)) / 2;
      const { vocabulary } = build().collection;
      const parts = explain(
        documentAt(own),
        (naming, name) => doesName(documentAt(other), naming, name),
        dotByPart(vectorAt(own), vectorAt(other), vocabulary.signalOf),
        vocabulary,
      );
      const apart = Math.round(Math.abs((documentAt(own).day ?? 0) - (documentAt(other).day ?? 0)));
      const time = fade === 0 ? [] : [{ signal: 'time', detail: `${apart} days apart`, weight: -fade }];
      return [...parts, ...time].map((part) => ({ ...part, weight: round(part.weight / scale) }));
    },
    add(document) {
      known.set(document.id, document);
      built = null;
    },
  };
}

function crowdOf(faded: readonly Near[]): number {
  const nearest = faded
    .map(({ score }) => score)
    .sort((a, b) => b - a)
    .slice(0, crowdSize);
  return Math.max(leastCrowd, nearest.reduce((sum, score) => sum + score, 0) / crowdSize);
}

function scaleLocally(score: number, crowd: number, otherCrowd: number): number {
  return score / (score + (crowd + otherCrowd) / 2);
}
