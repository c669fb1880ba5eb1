import type { NormalisedDocument } from '../../text/failure-document.ts';

/** Tells whether two documents share a word or an error name, not only a location or similar spelling. */
export function haveCommonWord(one: NormalisedDocument, other: NormalisedDocument): boolean {
  for (const term of one.terms.keys()) if (other.terms.has(term)) return true;
  return one.signature.some((name) => other.signature.includes(name));
}
