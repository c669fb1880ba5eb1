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
 * words of several. Words such as “error” do not count. A shared error name or a rare status code always suffices.
 * @param question without the names of alert rules
 */
export function isWeakMatch(
  question: NormalisedDocument,
  document: NormalisedDocument,
  { isCommon, isPlace }: TermJudges,
): boolean {
  const names = question.signature.filter((name) => document.signature.includes(name));
  if (names.some((name) => !isCommon(readStatusCode(name)))) return false;
  const terms = [...question.terms.keys()].filter(isComparable);
  const shared = terms.filter((term) => !isGeneral(term) && document.terms.has(term));
  if (terms.some((term) => !isGeneral(term) && !isPlace(term)) && shared.every(isPlace)) return true;
  return terms.length >= minTerms && shared.length <= maxCommon && shared.every(isCommon);
}

/** Returns the code of a name such as `http 503` and `exit 137`, and any other name as it is. */
function readStatusCode(name: string): string {
  return name.replace(/^(?:http|exit) /u, '');
}
