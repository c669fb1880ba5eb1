import { toPeriodQuery } from '../list/period.ts';
import type { PatternSearchParameters } from '../list/search-parameters.ts';

/** The length of the period whose figures the list of patterns shows if the user chose none. */
export const defaultPatternDays = 365;

/** Returns the parameters that select patterns by their properties, without the period and the sort. */
export function omitViewParameters({
  sort: _sort,
  order: _order,
  days: _days,
  since: _since,
  until: _until,
  ...filter
}: PatternSearchParameters) {
  return filter;
}

/** Returns the filter of the API for the search parameters of the page, without the sort. */
export function toPatternFilter(search: PatternSearchParameters) {
  return { ...omitViewParameters(search), ...toPeriodQuery(search, defaultPatternDays) };
}
