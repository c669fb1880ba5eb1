import type { FailureDocument } from '../../text/failure-document.ts';
import { normaliseDocument } from '../../text/normalise-document.ts';
import type { SpellingCorrection } from './spelling.ts';

export interface CorrectedQuestion {
  readonly document: FailureDocument;
  readonly corrections: readonly SpellingCorrection[];
}

/** Maximum number of distinct words in a question that a person typed. A pasted log has many words that no failure has. */
const maxTypedWords = 12;

/** Replaces each word that no failure contains by the word that it means. Leaves pasted logs as they are. */
export function correctSpelling(
  document: FailureDocument,
  { isKnown, findMeant }: { isKnown(term: string): boolean; findMeant(typed: string): string | null },
): CorrectedQuestion {
  const { terms, surfaces } = normaliseDocument(document);
  if (terms.size > maxTypedWords) return { document, corrections: [] };
  const corrections = [...surfaces].flatMap(([term, typed]) => {
    const understood = isKnown(term) ? null : findMeant(typed);
    return understood === null ? [] : [{ typed, understood }];
  });
  const correct = (text: string) =>
    corrections.reduce((corrected, { typed, understood }) => corrected.replace(matchWord(typed), understood), text);
  return { document: { ...document, title: correct(document.title), text: correct(document.text) }, corrections };
}

/** @param word letters only */
function matchWord(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'giu');
}
