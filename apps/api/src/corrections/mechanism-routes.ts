import { mechanisms } from '@refrain/analysis';
import { type ListedMechanism, MechanismsResponse } from '@refrain/domain';
import { ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

const listed: readonly ListedMechanism[] = mechanisms
  .map(({ name, clause }) => ({ name, clause }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

export function createMechanismRoutes(): Route[] {
  return [
    defineRoute('get', '/v1/mechanisms', {
      operationId: 'listMechanisms',
      needs: 'viewer',
      tag: 'corrections',
      summary: 'List the library of mechanisms',
      description:
        'Lists all mechanisms that Refrain finds in reports, sorted by name. A correction of the kind `statement` can name one of them.',
      query: ListQuery,
      responses: { 200: MechanismsResponse },
      handle: ({ query }) => paginateInMemory(listed, query),
    }),
  ];
}
