import type { SearchResponse } from '@refrain/domain';

/** Minimum number of failures with the same title that, if they are in different patterns, show that it is too general */
const minSameTitle = 3;

/** The failures with the title of a question, and those that name the same place, as the failure index lists them */
interface TitledFailures {
  readonly sameTitleIds: readonly string[];
  readonly samePlaceIds: readonly string[] | null;
}

/**
 * Counts the failures that a question may mean if it does not say what failed: if it names only a service, or is the
 * title of several failures in different patterns. Returns null if it says what failed.
 * @param repeatedIds the failures that the question repeats; empty if they are in different patterns
 */
export function describeUnspecific(
  { sameTitleIds, samePlaceIds }: TitledFailures,
  repeatedIds: readonly string[],
): SearchResponse['unspecific'] {
  const isGeneralTitle = sameTitleIds.length >= minSameTitle && repeatedIds.length === 0;
  if (samePlaceIds === null && !isGeneralTitle) return null;
  const titled = new Set(sameTitleIds);
  const others = (samePlaceIds ?? []).filter((id) => !titled.has(id));
  return { sameTitle: titled.size, sameService: others.length };
}
