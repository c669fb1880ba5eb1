import type { NormalisedDocument } from '../../text/document.ts';

/**
 * Tells whether two documents share a word or an error name. The same location or similar spelling alone means little.
 */
export function shareWords(one: NormalisedDocument, other: NormalisedDocument): boolean {
  for (const term of one.terms.keys()) if (other.terms.has(term)) return true;
  return one.signature.some((name) => other.signature.includes(name));
}
