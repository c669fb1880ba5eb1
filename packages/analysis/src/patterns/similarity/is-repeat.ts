import type { NormalisedDocument } from '../../text/failure-document.ts';
import { isComparable, isGeneral } from './general-terms.ts';
import { hasSameTitle } from './has-same-title.ts';
import { listTitleTerms } from './list-title-terms.ts';

/** Minimum number of telling words in the title of a repeated failure. One word alone, such as “Timeout”, is ambiguous. */
const minTitleWords = 2;

/** Minimum number of telling words in a query that lacks the title. A few words may be in the text of any failure. */
const minQueryWords = 5;

/**
 * Tells whether the query repeats the words of a failure: the query has every word of the failure's title, and the
 * failure has every word of the query. A query without the same title needs at least five telling words. Numbers other
 * than status codes do not matter, nor do dates and ids, which normalised documents mask.
 */
export function isRepeat(query: NormalisedDocument, failure: NormalisedDocument): boolean {
  const titleTerms = listTitleTerms(failure);
  const queryTerms = [...query.terms.keys()].filter(isComparable);
  return (
    countTelling(titleTerms) >= minTitleWords &&
    [...titleTerms].every((term) => query.terms.has(term)) &&
    queryTerms.every((term) => failure.terms.has(term)) &&
    (countTelling(queryTerms) >= minQueryWords || hasSameTitle(query, failure))
  );
}

function countTelling(terms: Iterable<string>): number {
  return [...terms].filter((term) => !isGeneral(term)).length;
}
