import { dayBounds } from '../list/day-bounds.ts';
import type { FailuresSearch } from './failures-search.ts';

const groupingQueries = {
  in: { unassigned: false },
  none: { unassigned: true },
  new_failure: { isProvisional: true },
} as const;

export function toListQuery({ grouped, since, until, ...rest }: FailuresSearch) {
  return { ...rest, ...(grouped && groupingQueries[grouped]), ...dayBounds(since, until) };
}
