import { toPeriodQuery } from '../list/period.ts';
import type { FailuresSearchParameters } from '../list/search-parameters.ts';
import { defaultPatternDays } from '../patterns/to-pattern-filter.ts';

const groupingQueries = {
  in: { unassigned: false },
  none: { unassigned: true },
  new_failure: { isProvisional: true },
} as const;

/** The default period is that of the list of patterns. */
export function toFailureListQuery({ grouped, records, days, since, until, ...rest }: FailuresSearchParameters) {
  return {
    ...rest,
    ...(records !== 'all' && { isFailure: records !== 'excluded' }),
    ...(grouped && groupingQueries[grouped]),
    ...toPeriodQuery({ days, since, until }, defaultPatternDays),
  };
}
