import type { NormalisedDocument } from '../../text/failure-document.ts';

/** The counts of one kind of failure. A word that every revert contains may be rare among incidents. */
export interface KindCounts {
  readonly at: number;
  documents: number;
  /** Total number of words in the documents, counting repetitions */
  totalLength: number;
  /** Number of documents that contain each term, by term number */
  readonly counts: number[];
}

const unknownTerm = -1;

/** Creates empty counts, which number the terms of documents and count the documents of each kind that contain them. */
export function createTermCounts() {
  const numberOf = new Map<string, number>();
  const kinds = new Map<string, KindCounts>();

  function numberTerm(term: string): number {
    const number = numberOf.get(term) ?? numberOf.size;
    numberOf.set(term, number);
    return number;
  }
  return {
    /** Returns the number of a term, and gives a new term the next number. */
    numberTerm,
    /** Returns the number of a term; -1, which no term has, for an unknown one. */
    findNumber: (term: string): number => numberOf.get(term) ?? unknownTerm,
    /** Lists the kinds in the order of `at`. */
    listKinds: (): readonly KindCounts[] => [...kinds.values()],
    ensureKind(name: string): KindCounts {
      const kind = kinds.get(name) ?? { at: kinds.size, documents: 0, totalLength: 0, counts: [] };
      kinds.set(name, kind);
      return kind;
    },
    /** Adds a document to the counts of its kind, or subtracts it if `change` is -1. */
    count(kind: KindCounts, { terms }: NormalisedDocument, length: number, change: 1 | -1): void {
      kind.documents += change;
      kind.totalLength += change * length;
      for (const term of terms.keys()) {
        const at = numberTerm(term);
        kind.counts[at] = (kind.counts[at] ?? 0) + change;
      }
    },
    /** Returns the number of documents of all kinds that contain a term. */
    countDocuments(term: string): number {
      const at = numberOf.get(term) ?? unknownTerm;
      return [...kinds.values()].reduce((all, { counts }) => all + (counts[at] ?? 0), 0);
    },
  };
}
