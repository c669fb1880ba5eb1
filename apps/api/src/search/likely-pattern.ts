import { type Assignment, assignToPattern } from '@refrain/analysis';
import type { IndexMatch } from './failure-index.ts';

/** A pattern that is more likely than not. */
export const likely = 0.5;

/** To which pattern these matches speak for, whether it is likely or not: the same place or spelling alone has no say. */
export function choosePattern(
  matches: readonly IndexMatch[],
  patternOf: (failureId: string) => string | null,
): Assignment | null {
  return assignToPattern(
    matches.filter(({ sharesWords }) => sharesWords),
    patternOf,
  );
}
