import { guardrailLibrary } from '@refrain/analysis';
import { GuardrailsResponse } from '@refrain/domain';
import { ListQuery, pageOfAll } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

/** Creates the route that lists the guardrails to choose from when an improvement is approved. */
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
        'Includes all guardrails, whatever the failure. The report of a pattern names those that are recommended for it.',
      query: ListQuery,
      responses: { 200: GuardrailsResponse },
      handle: ({ query }) => pageOfAll(guardrailLibrary.map(toListed), query),
    }),
  ];
}

/** Removes the signals that select a guardrail: they are most of an entry and of no use to a reader. */
function toListed({ speaksFor: _, speaksAgainst: __, ...guardrail }: (typeof guardrailLibrary)[number]) {
  return guardrail;
}
