import { toPeriodQuery } from '../list/period.ts';
import type { FailuresSearchParameters } from '../list/search-parameters.ts';

const groupingQueries = {
  in: { unassigned: false },
  none: { unassigned: true },
  new_failure: { isProvisional: true },
} as const;

/** The list of failures shows all time if the user chose no period. */
export const defaultFailureDays = 'all';

export function toFailureListQuery({ grouped, records, days, since, until, ...rest }: FailuresSearchParameters) {
  return {
    ...rest,
    ...(records !== 'all' && { isFailure: records !== 'excluded' }),
    ...(grouped && groupingQueries[grouped]),
    ...toPeriodQuery({ days, since, until }, defaultFailureDays),
  };
}
