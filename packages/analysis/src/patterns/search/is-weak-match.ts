import type { NormalisedDocument } from '../../text/failure-document.ts';
import { isComparable, isGeneral } from '../similarity/general-terms.ts';

/** Minimum number of words in a question of which one common word says little */
const minTerms = 3;

/**
 * Tells whether a document shares at most one word with a question of several words, and this word is common. Words
 * such as “error” do not count, while a common error name always does.
 * @param isCommon returns whether many documents contain a term
 */
export function isWeakMatch(
  question: NormalisedDocument,
  document: NormalisedDocument,
  isCommon: (term: string) => boolean,
): boolean {
  if (question.signature.some((name) => document.signature.includes(name))) return false;
  const terms = [...question.terms.keys()].filter(isComparable);
  const shared = terms.filter((term) => !isGeneral(term) && document.terms.has(term));
  return terms.length >= minTerms && shared.length <= 1 && shared.every(isCommon);
}
