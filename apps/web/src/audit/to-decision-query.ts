import type { AuditSearchParameters } from '../list/search-parameters.ts';
import { toInstantRange } from '../list/to-instant-range.ts';
import { toDeciderFilter } from './decider-filter.ts';

export type DecisionQuery = ReturnType<typeof toDecisionQuery>;

/** Converts the filters of the page to parameters of the API. Sign-ins would flood the list, so they are listed only on request. */
export function toDecisionQuery({ user, topic, operation, from, until }: AuditSearchParameters) {
  return {
    ...toDeciderFilter(user),
    topic,
    operation,
    ...(topic !== 'sign_ins' && operation === undefined && { signIns: false }),
    ...toInstantRange(from, until),
  };
}
