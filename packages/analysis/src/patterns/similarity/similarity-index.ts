import { AppError, type Evidence } from '@refrain/domain';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { createSearchableDocuments, type SearchableDocuments } from './searchable-documents.ts';

export interface ScoredNeighbour {
  readonly id: string;
  /** Score in (0, 1): 0.5 if the documents are as similar to each other as to their nearest neighbours on average. */
  readonly score: number;
}

/** When more than this share of the documents has changed, the next query recomputes the word rarities. */
const staleShare = 0.05;

/**
 * Creates an index that answers "have we seen this before?". Documents that are added later use the word rarities of the
 * last recomputation.
 */
export function createSimilarityIndex(documents: readonly NormalisedDocument[]) {
  const known = new Map(documents.map((document) => [document.id, document]));
  let space: SearchableDocuments | null = null;
  let changed = 0;

  function readSpace(): SearchableDocuments {
    if (space === null) {
      space = createSearchableDocuments([...known.values()]);
      changed = 0;
    }
    return space;
  }
  function change(apply: (to: SearchableDocuments) => void): void {
    changed += 1;
    if (changed > staleShare * known.size) space = null;
    if (space !== null) apply(space);
  }
  function positionOf(id: string): number {
    const position = readSpace().positionOf(id);
    if (position === undefined) throw new AppError('not_found', `No document ${id} is in the similarity index.`);
    return position;
  }
  /** Returns the `k` documents nearest to `document`, best first. Omits an indexed document with the same id. */
  function search(document: NormalisedDocument, k: number): ScoredNeighbour[] {
    const { find, documentAt } = readSpace();
    return find(document, k).map(({ index, score }) => ({ id: documentAt(index).id, score }));
  }

  return {
    /** Returns the `k` documents nearest to an indexed one, best first. Throws `not_found` for an unknown id. */
    neighbours: (id: string, k: number) => search(readSpace().documentAt(positionOf(id)), k),
    search,
    /** Explains each result of `search` by evidence. Throws `not_found` for a removed document. */
    explain(document: NormalisedDocument, found: readonly ScoredNeighbour[]): Evidence[][] {
      const scored = found.map(({ id, score }) => ({ index: positionOf(id), score }));
      return readSpace().explain(document, scored);
    },
    add(document: NormalisedDocument): void {
      known.set(document.id, document);
      change((to) => to.put(document));
    },
    remove(id: string): void {
      if (known.delete(id)) change((to) => to.remove(id));
    },
    /**
     * Precomputes values that speed up searches, for at most `limit` documents. Call it in idle time.
     * @returns the number of documents without precomputed values
     */
    compact: (limit: number) => readSpace().compact(limit),
  };
}
