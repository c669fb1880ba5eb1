import type { Schemas } from '../api/refrain.ts';
import { countMembers } from './count-members.ts';
import { foldWeakMatches } from './fold-weak-matches.ts';

type Match = Pick<Schemas['SearchMatch'], 'score' | 'isWeak' | 'isRepeat' | 'hasSameTitle' | 'pattern' | 'shared'>;

/** Returns whether more than half of the shown failures, and at least two, belong to the likely pattern. */
export function isPatternOfMost({
  pattern,
  matches,
}: {
  readonly pattern: Pick<Schemas['LikelyPattern'], 'id'> | null;
  readonly matches: readonly Match[];
}): boolean {
  if (pattern === null) return false;
  const { shown } = foldWeakMatches(matches, true);
  const members = countMembers(pattern.id, shown);
  return members > 1 && 2 * members > shown.length;
}
