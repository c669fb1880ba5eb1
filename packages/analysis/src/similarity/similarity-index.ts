import { AppError, type Evidence } from '@refrain/domain';
import type { NormalisedDocument } from '../text/document.ts';
import { type Collection, createCollection } from './collection.ts';
import { explain, type Side } from './explain.ts';
import { createNearestVectors, type Near, type NearestVectors } from './nearest.ts';

export interface Neighbour {
  readonly id: string;
  /** In [0, 1]. */
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

/** The answers depend on the set of documents, not on their order nor on when they were added. */
export function createSimilarityIndex(documents: readonly NormalisedDocument[]): SimilarityIndex {
  const known = new Map(documents.map((document) => [document.id, document]));
  let built: { collection: Collection; nearest: NearestVectors } | null = null;

  function build(): { collection: Collection; nearest: NearestVectors } {
    if (built === null) {
      const collection = createCollection([...known.values()]);
      built = { collection, nearest: createNearestVectors(collection.vectors) };
    }
    return built;
  }
  function positionOf(id: string): number {
    const position = build().collection.positions.get(id);
    if (position === undefined) throw new AppError('not_found', `No document ${id} is in the similarity index.`);
    return position;
  }
  function sideOf(id: string): Side {
    const position = positionOf(id);
    const { documents: all, vectors } = build().collection;
    return { documents: all.slice(position, position + 1), vector: vectors[position] as Side['vector'] };
  }
  function name(found: readonly Near[]): Neighbour[] {
    const { documents: all } = build().collection;
    return found.map(({ index, score }) => ({ id: (all[index] as NormalisedDocument).id, score }));
  }

  return {
    neighbours: (id, k) => name(build().nearest.find(sideOf(id).vector, k, positionOf(id))),
    search(document, k) {
      const { collection, nearest } = build();
      return name(nearest.find(collection.vectorise(document), k, collection.positions.get(document.id)));
    },
    explain: (a, b) => explain(sideOf(a), sideOf(b), build().collection.statistics),
    add(document) {
      known.set(document.id, document);
      built = null;
    },
  };
}
