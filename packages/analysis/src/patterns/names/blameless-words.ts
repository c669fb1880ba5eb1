import { isBlameless } from '../../blameless/is-blameless.ts';
import { rewordBlame } from '../../blameless/reword-blame.ts';
import { isGivenName } from '../../blameless/rules/given-names.ts';

/** Returns the first text that blames nobody, else the first text that rewording makes blameless, else null. */
export function chooseBlamelessText(ranked: readonly string[]): string | null {
  return ranked.find(isBlameless) ?? ranked.map(rewordBlame).find(isBlameless) ?? null;
}

/** Returns false if a term in lower case is a person's first name, such as "alice". */
export function isNotGivenName(term: string): boolean {
  return !isGivenName(term.charAt(0).toUpperCase() + term.slice(1));
}
