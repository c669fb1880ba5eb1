import type { Schemas } from '../api/refrain.ts';
import { capitalise } from '../labels/format.ts';

/** Lists the changed values of a setting, such as `Role: viewer → admin`. The sentence has all other values. */
export function describeChanges(detail: Schemas['DecisionDetail']): string {
  return Object.entries(detail)
    .filter(([name]) => !isInSentence(name))
    .filter(([, value]) => typeof value === 'string' && value.includes(' → '))
    .map(([name, value]) => `${splitWords(name)}: ${String(value)}`)
    .join(' · ');
}

/** Returns whether the sentence says what the value became, such as “deactivated Ann”. */
function isInSentence(name: string): boolean {
  return name === 'isDisabled';
}

/** Writes the name of a field as words: `maxOpenIssues` becomes `Max open issues`. */
function splitWords(name: string): string {
  return capitalise(
    name.replace(/(\p{Ll})(\p{Lu})/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`),
  );
}
