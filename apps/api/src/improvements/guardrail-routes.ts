import { guardrailLibrary } from '@refrain/analysis';
import { GuardrailsResponse } from '@refrain/domain';
import { ListQuery, pageOfAll } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

/** What can be chosen from where an improvement is approved. */
export function createGuardrailRoutes(): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/guardrails',
      operationId: 'listGuardrails',
      needs: 'viewer',
      tag: 'improvements',
      summary: 'List the guardrails that an improvement may propose',
      description:
        'All that the library knows, whatever the failure: the report of a pattern says which are recommended.',
      query: ListQuery,
      responses: { 200: GuardrailsResponse },
      handle: ({ query }) => pageOfAll(guardrailLibrary.map(toListed), query),
    }),
  ];
}

/** The signs by which one is recommended tell a reader nothing, and are most of it. */
function toListed({ speaksFor: _, speaksAgainst: __, ...guardrail }: (typeof guardrailLibrary)[number]) {
  return guardrail;
}
