import { stem } from '../../text/stem.ts';

/** Stems of words that any alert or title of an incident may have, so that they say nothing about what failed */
const generalTerms: ReadonlySet<string> = new Set(
  'incident issue problem outage disruption degraded degradation alert firing error code failure failed down service deployment production staging main master'
    .split(' ')
    .map(stem),
);

/** A number that differs between occurrences, such as a count or a percentage, but not a status code of HTTP */
const variableNumber = /^(?![45]\d\d$)\d+$/u;

export function isGeneral(term: string): boolean {
  return generalTerms.has(term);
}

/** Returns whether a term is the same at each occurrence of a failure, unlike most numbers. */
export function isComparable(term: string): boolean {
  return !variableNumber.test(term);
}
