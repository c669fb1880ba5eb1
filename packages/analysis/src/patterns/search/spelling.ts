import { compareStrings } from '../../collections/compare-strings.ts';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { countEdits } from './count-edits.ts';

/** A word of a question that no failure contains, and the word of past failures that is meant. */
export interface SpellingCorrection {
  readonly typed: string;
  readonly understood: string;
}

/** A word in lower case without digits, of a length at which one typing error does not make another word. */
const correctable = /^\p{Ll}{5,40}$/u;
/** From this length on, two typing errors are corrected instead of one. */
const twoErrorsFrom = 9;
/** A word of a single failure may itself be misspelt. */
const minDocuments = 2;

/** Creates an empty vocabulary, which finds the word that a misspelt word of a question means. */
export function createSpelling() {
  const documentsOf = new Map<string, number>();
  return {
    /** Adds the words of a document, or subtracts them if `change` is -1. */
    count({ surfaces }: NormalisedDocument, change: 1 | -1): void {
      for (const word of surfaces.values()) {
        if (!correctable.test(word)) continue;
        const documents = (documentsOf.get(word) ?? 0) + change;
        if (documents > 0) documentsOf.set(word, documents);
        else documentsOf.delete(word);
      }
    },
    /** Returns the closest word with the same first letter, the more frequent one of several; null if none is close. */
    findMeant(typed: string): string | null {
      if (!correctable.test(typed)) return null;
      const limit = typed.length >= twoErrorsFrom ? 2 : 1;
      const close = [...documentsOf].flatMap(([word, documents]) => {
        if (word[0] !== typed[0] || documents < minDocuments) return [];
        const edits = countEdits(typed, word, limit);
        return edits > limit ? [] : [{ word, documents, edits }];
      });
      const [best] = close.sort(
        (a, b) => a.edits - b.edits || b.documents - a.documents || compareStrings(a.word, b.word),
      );
      return best?.word ?? null;
    },
  };
}
