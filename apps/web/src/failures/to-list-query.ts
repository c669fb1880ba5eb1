import { dayBounds } from '../list/day-bounds.ts';
import type { FailuresSearch } from './failures-search.ts';

const groupingQueries = {
  in: { unassigned: false },
  none: { unassigned: true },
  new_failure: { isProvisional: true },
} as const;

/** The same as the API takes it. */
export function toListQuery({ grouped, since, until, ...same }: FailuresSearch) {
  return { ...same, ...(grouped && groupingQueries[grouped]), ...dayBounds(since, until) };
}
