import { assignToPattern, type Vote } from '@refrain/analysis';
import type { IndexMatch } from './failure-index.ts';

/** A pattern that is more likely than not. */
export const likely = 0.5;
/** Enough to find those that are grouped behind others that came in at the same time. */
export const neighbours = 100;

/**
 * The pattern that these matches speak for, whether it is likely or not. Neither the same place or spelling alone has a say, nor
 * what no regrouping has looked at: what was assigned on arrival is a guess, of which the next one would be made.
 * @param grouped by id, what a regrouping looked at, with null for what it left alone
 */
export function choosePattern(
  matches: readonly IndexMatch[],
  grouped: ReadonlyMap<string, string | null>,
): Vote | null {
  return assignToPattern(
    matches.filter(({ id, sharesWords }) => sharesWords && grouped.has(id)),
    (id) => grouped.get(id) ?? null,
  );
}
