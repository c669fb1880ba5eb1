import { AppError, type Evidence } from '@refrain/domain';
import type { NormalisedDocument } from '../../text/document.ts';
import { createDocumentSpace, type DocumentSpace } from './document-space.ts';

export interface Neighbour {
  readonly id: string;
  /** In (0, 1): one half where two are as near as the nearest neighbours of both are on the whole. */
  readonly score: number;
}

/** Answers "have we seen this before?" over a set of documents. */
export interface SimilarityIndex {
  /** How many documents it holds. */
  size(): number;
  /** The k nearest to a document of the index, without itself, best first, ties by id. @throws {AppError} `not_found` */
  neighbours(id: string, k: number): Neighbour[];
  /** The k nearest to any document; one of the index with the same id is left out. */
  search(document: NormalisedDocument, k: number): Neighbour[];
  /**
   * Why each neighbour that `search` found for a document is near to it; the weights add up to its score.
   * @throws {AppError} `not_found`
   */
  explain(document: NormalisedDocument, found: readonly Neighbour[]): Evidence[][];
  /** Adds a document, or replaces the one with its id. */
  add(document: NormalisedDocument): void;
  /** Takes a document out; nothing where it is not known. */
  remove(id: string): void;
  /**
   * Work that questions need, done ahead of them, for at most so many documents: for a holder with time to spare.
   * @returns how many are left
   */
  compact(most: number): number;
}

/** Once this share of the documents has changed, the rarity of words is counted anew at the next question. */
const staleShare = 0.05;

/**
 * The answers depend on the set of documents, not on their order; those that changed since words were last counted are
 * measured by the rarity that these had then.
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
    compact: (most) => readSpace().compact(most),
  };
}
