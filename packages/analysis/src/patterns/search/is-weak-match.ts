import type { NormalisedDocument } from '../../text/failure-document.ts';
import { isComparable, isGeneral } from '../similarity/general-terms.ts';

/** Minimum number of words in a question of which one common word says little */
const minTerms = 3;
/** Maximum number of common words that together still say little */
const maxCommon = 2;

export interface TermJudges {
  /** Returns whether many documents contain a term. */
  readonly isCommon: (term: string) => boolean;
  /** Returns whether a term only names where something failed. */
  readonly isPlace: (term: string) => boolean;
}

/**
 * Tells whether a document shares too little with a question: only the name of the place, or at most two common
 * words of several. Words such as “error” do not count, while a common error name always does.
 */
export function isWeakMatch(
  question: NormalisedDocument,
  document: NormalisedDocument,
  { isCommon, isPlace }: TermJudges,
): boolean {
  if (question.signature.some((name) => document.signature.includes(name))) return false;
  const terms = [...question.terms.keys()].filter(isComparable);
  const shared = terms.filter((term) => !isGeneral(term) && document.terms.has(term));
  if (terms.some((term) => !isGeneral(term) && !isPlace(term)) && shared.every(isPlace)) return true;
  return terms.length >= minTerms && shared.length <= maxCommon && shared.every(isCommon);
}
