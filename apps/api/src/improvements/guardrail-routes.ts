import { guardrailLibrary } from '@refrain/analysis';
import { GuardrailsResponse } from '@refrain/domain';
import { ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

export function createGuardrailRoutes(): Route[] {
  return [
    defineRoute('get', '/v1/guardrails', {
      operationId: 'listGuardrails',
      needs: 'viewer',
      tag: 'improvements',
      summary: 'List the guardrail library',
      description:
        'Lists all guardrails that an improvement can propose. The report of a pattern names the recommended ones.',
      query: ListQuery,
      responses: { 200: GuardrailsResponse },
      handle: ({ query }) => paginateInMemory(guardrailLibrary.map(toListed), query),
    }),
  ];
}

/** Omits the signals, which are most of the data of a guardrail and of no use to a reader. */
function toListed({ speaksFor: _, speaksAgainst: __, ...guardrail }: (typeof guardrailLibrary)[number]) {
  return guardrail;
}
