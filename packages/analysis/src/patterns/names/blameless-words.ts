import { checkWording } from '../../blameless/check-wording.ts';
import { reword } from '../../blameless/reword.ts';
import { isGivenName } from '../../blameless/rules/given-names.ts';

/** Whether words of others may stand in what is written here: nothing in them makes a person the thing that failed. */
export function isBlameless(words: string): boolean {
  return checkWording(words).length === 0;
}

/**
 * The words to take of those that would do, best first: the first that blame nobody as they stand, else the first that do
 * so reworded; null where there are none.
 */
export function chooseBlameless(ranked: readonly string[]): string | null {
  return ranked.find(isBlameless) ?? ranked.map(reword).find(isBlameless) ?? null;
}

/** Whether a lower-case word is no given name, which says who was there rather than what went wrong. */
export function namesNobody(term: string): boolean {
  return !isGivenName(term.charAt(0).toUpperCase() + term.slice(1));
}
