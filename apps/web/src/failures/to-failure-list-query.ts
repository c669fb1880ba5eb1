import type { FailuresSearchParameters } from '../list/search-parameters.ts';
import { toInstantRange } from '../list/to-instant-range.ts';

const groupingQueries = {
  in: { unassigned: false },
  none: { unassigned: true },
  new_failure: { isProvisional: true },
} as const;

export function toFailureListQuery({ grouped, since, until, ...rest }: FailuresSearchParameters) {
  return { ...rest, ...(grouped && groupingQueries[grouped]), ...toInstantRange(since, until) };
}
