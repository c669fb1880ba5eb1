import type { ProviderRegistry } from '@refrain/connectors';
import { ProvidersResponse } from '@refrain/domain';
import { ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

export function createProviderRoutes({ providers }: { readonly providers: ProviderRegistry }): Route[] {
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
