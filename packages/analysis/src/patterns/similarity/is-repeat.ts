import type { NormalisedDocument } from '../../text/failure-document.ts';
import { isComparable, isGeneral } from './general-terms.ts';
import { listTitleTerms } from './list-title-terms.ts';

/** Minimum number of telling words in the title of a repeated failure. One word alone, such as “Timeout”, is ambiguous. */
const minTitleWords = 2;

/**
 * Tells whether the query repeats the words of a failure: the query has every word of the failure's title, and the
 * failure has every word of the query. Numbers other than status codes do not matter, nor do dates and ids, which
 * normalised documents mask.
 */
export function isRepeat(query: NormalisedDocument, failure: NormalisedDocument): boolean {
  const titleTerms = listTitleTerms(failure);
  return (
    [...titleTerms].filter((term) => !isGeneral(term)).length >= minTitleWords &&
    [...titleTerms].every((term) => query.terms.has(term)) &&
    [...query.terms.keys()].filter(isComparable).every((term) => failure.terms.has(term))
  );
}
