import type { PatternSearchParameters } from '../list/search-parameters.ts';
import { toInstantRange } from '../list/to-instant-range.ts';

/** Returns the filter of the API for the search parameters of the page, without the sort. */
export function toPatternFilter({ sort: _, order: __, since, until, ...filter }: PatternSearchParameters) {
  return { ...filter, ...toInstantRange(since, until) };
}
