import type { NormalisedDocument } from '../../text/failure-document.ts';
import { listTerms } from '../../text/normalise-document.ts';
import { stem } from '../../text/stem.ts';

/** Minimum number of telling words in the title of a repeated failure. One word alone, such as “Timeout”, is ambiguous. */
const minTitleWords = 2;
/** Stems of words that are in the title of almost any incident, so that they say nothing about what failed */
const generalTerms: ReadonlySet<string> = new Set(
  'incident issue problem outage disruption degraded degradation alert error failure failed down service'
    .split(' ')
    .map(stem),
);

/** A number that differs between occurrences, such as a count or a percentage, but not a status code of HTTP */
const variableNumber = /^(?![45]\d\d$)\d+$/u;

/**
 * Tells whether the query repeats the words of a failure: the query has every word of the failure's title, and the
 * failure has every word of the query. Numbers other than status codes do not matter, nor do dates and ids, which
 * normalised documents mask.
 */
export function isRepeat(query: NormalisedDocument, failure: NormalisedDocument): boolean {
  const titleTerms = new Set(
    listTerms(failure.masked.title)
      .map(({ term }) => term)
      .filter(isComparable),
  );
  return (
    [...titleTerms].filter((term) => !generalTerms.has(term)).length >= minTitleWords &&
    [...titleTerms].every((term) => query.terms.has(term)) &&
    [...query.terms.keys()].filter(isComparable).every((term) => failure.terms.has(term))
  );
}

function isComparable(term: string): boolean {
  return !variableNumber.test(term);
}
