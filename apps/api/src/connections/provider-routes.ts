import { ProvidersResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

export function createProviderRoutes({ providers }: ApiDeps): Route[] {
  const descriptors = providers.entries.map(({ descriptor }) => descriptor);
  return [
    defineRoute('get', '/v1/providers', {
      operationId: 'listProviders',
      needs: 'viewer',
      tag: 'connections',
      summary: 'List the providers that can be connected',
      query: ListQuery,
      responses: { 200: ProvidersResponse },
      handle: async ({ query }) => paginateInMemory(descriptors, query),
    }),
  ];
}
