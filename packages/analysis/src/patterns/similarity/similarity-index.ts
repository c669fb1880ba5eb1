import { AppError, type Evidence } from '@refrain/domain';
import type { NormalisedDocument } from '../../text/document.ts';
import { createDocumentSpace, type DocumentSpace } from './document-space.ts';

export interface Neighbour {
  readonly id: string;
  /** In (0, 1); 0.5 if two documents are as similar as the nearest neighbours of both on average. */
  readonly score: number;
}

/** Answers "have we seen this before?" for a set of documents. */
export interface SimilarityIndex {
  size(): number;
  /**
   * Returns the k nearest to a document of the index, without itself, best first, ties by id. @throws {AppError}
   * `not_found`
   */
  neighbours(id: string, k: number): Neighbour[];
  /** Returns the k nearest to any document, without the indexed one that has the same id. */
  search(document: NormalisedDocument, k: number): Neighbour[];
  /** Explains each result of `search`; its weights sum to its score. @throws {AppError} `not_found` */
  explain(document: NormalisedDocument, found: readonly Neighbour[]): Evidence[][];
  /** Adds or replaces a document. */
  add(document: NormalisedDocument): void;
  /** Removes a document; does nothing if the id is unknown. */
  remove(id: string): void;
  /**
   * Precomputes what queries need, for at most so many documents. Call it in idle time.
   * @returns the number left
   */
  compact(limit: number): number;
}

/** Word rarity is recomputed at the next query after this share of the documents has changed. */
const staleShare = 0.05;

/**
 * Creates a similarity index. Answers do not depend on the order of documents, except that changed documents use the
 * word rarities of the last recomputation.
 */
export function createSimilarityIndex(documents: readonly NormalisedDocument[]): SimilarityIndex {
  const known = new Map(documents.map((document) => [document.id, document]));
  let space: DocumentSpace | null = null;
  let changed = 0;

  function readSpace(): DocumentSpace {
    if (space === null) {
      space = createDocumentSpace([...known.values()]);
      changed = 0;
    }
    return space;
  }
  function change(apply: (to: DocumentSpace) => void): void {
    changed += 1;
    if (changed > staleShare * known.size) space = null;
    if (space !== null) apply(space);
  }
  function positionOf(id: string): number {
    const position = readSpace().positionOf(id);
    if (position === undefined) throw new AppError('not_found', `No document ${id} is in the similarity index.`);
    return position;
  }
  function search(document: NormalisedDocument, k: number): Neighbour[] {
    const { find, documentAt } = readSpace();
    return find(document, k).map(({ index, score }) => ({ id: documentAt(index).id, score }));
  }

  return {
    size: () => known.size,
    neighbours: (id, k) => search(readSpace().documentAt(positionOf(id)), k),
    search,
    explain: (document, found) =>
      readSpace().explain(
        document,
        found.map(({ id, score }) => ({ index: positionOf(id), score })),
      ),
    add(document) {
      known.set(document.id, document);
      change((to) => to.put(document));
    },
    remove(id) {
      if (known.delete(id)) change((to) => to.remove(id));
    },
    compact: (limit) => readSpace().compact(limit),
  };
}
