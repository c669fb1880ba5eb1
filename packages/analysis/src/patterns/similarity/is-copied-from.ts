import type { NormalisedDocument } from '../../text/failure-document.ts';
import { isComparable, isGeneral } from './general-terms.ts';

/** Minimum number of different telling words in a copied text. A few words may be in the text of any failure. */
const minWords = 5;
/** Minimum share of these words that the failure has, because a chat or an alert adds a few of its own */
const minShare = 0.9;

/** Tells whether a text was probably copied from the title or the text of a failure, which may say more. */
export function isCopiedFrom(text: NormalisedDocument, failure: NormalisedDocument): boolean {
  const words = [...text.terms.keys()].filter((term) => isComparable(term) && !isGeneral(term));
  const known = words.filter((term) => failure.terms.has(term));
  return words.length >= minWords && known.length >= minShare * words.length;
}
