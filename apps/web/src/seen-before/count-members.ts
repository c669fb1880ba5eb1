import type { Schemas } from '../api/refrain.ts';

/** Counts the matches that belong to a pattern. */
export function countMembers(
  patternId: string,
  matches: readonly { readonly pattern: Pick<NonNullable<Schemas['SearchMatch']['pattern']>, 'id'> | null }[],
): number {
  return matches.filter(({ pattern }) => pattern?.id === patternId).length;
}
