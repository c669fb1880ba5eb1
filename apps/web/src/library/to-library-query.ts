import { toPeriodQuery } from '../list/period.ts';
import type { LibrarySearchParameters } from '../list/search-parameters.ts';

/** Returns the query of the API. The library shows all time by default, because an old lesson is still a lesson. */
export function toLibraryQuery({ days, since, until, ...filter }: LibrarySearchParameters) {
  return { ...filter, ...toPeriodQuery({ days, since, until }, 'all') };
}
