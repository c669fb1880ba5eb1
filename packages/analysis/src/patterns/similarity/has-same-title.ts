import type { NormalisedDocument } from '../../text/failure-document.ts';
import { normaliseForCharacterNGrams } from '../../text/normalise-document.ts';

/** A value that differs between occurrences, such as “9475” or “60s”, but not a status code of HTTP */
const variableValue = /^(?![45]\d\d$)\d+\p{L}*$/u;

type Titled = Pick<NormalisedDocument, 'masked'>;

/** Tells whether two titles differ at most in case, punctuation, white space, numbers, dates and ids. */
export function hasSameTitle(one: Titled, other: Titled): boolean {
  const title = normaliseTitle(one);
  return title !== '' && title === normaliseTitle(other);
}

function normaliseTitle({ masked }: Titled): string {
  return normaliseForCharacterNGrams(masked.title)
    .split(' ')
    .filter((word) => word !== '' && !variableValue.test(word))
    .join(' ');
}
