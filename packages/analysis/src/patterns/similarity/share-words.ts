import type { NormalisedDocument } from '../../text/document.ts';

/** Whether two documents have a word or the name of an error in common: the same place or spelling alone says little. */
export function shareWords(one: NormalisedDocument, other: NormalisedDocument): boolean {
  for (const term of one.terms.keys()) if (other.terms.has(term)) return true;
  return one.signature.some((name) => other.signature.includes(name));
}
