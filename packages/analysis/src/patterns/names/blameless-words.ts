import { checkWording } from '../../blameless/check-wording.ts';
import { reword } from '../../blameless/reword.ts';
import { isGivenName } from '../../blameless/rules/given-names.ts';

/** Tells whether quoted words may be shown: they must not blame a person. */
export function isBlameless(words: string): boolean {
  return checkWording(words).length === 0;
}

/**
 * Chooses from candidates, best first: the first that is blameless as written, otherwise the first that is blameless
 * when reworded; null if none is.
 */
export function chooseBlameless(ranked: readonly string[]): string | null {
  return ranked.find(isBlameless) ?? ranked.map(reword).find(isBlameless) ?? null;
}

/** Tells whether a lower-case word is not a given name. */
export function namesNobody(term: string): boolean {
  return !isGivenName(term.charAt(0).toUpperCase() + term.slice(1));
}
