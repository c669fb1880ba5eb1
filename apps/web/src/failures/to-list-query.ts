import { dayBounds } from '../list/day-bounds.ts';
import type { FailuresSearch } from './failures-search.ts';

const groupings = {
  in: { unassigned: false },
  none: { unassigned: true },
  arrival: { assignedOnArrival: true },
} as const;

/** The same as the API takes it. */
export function toListQuery({ grouped, since, until, ...same }: FailuresSearch) {
  return { ...same, ...(grouped && groupings[grouped]), ...dayBounds(since, until) };
}
