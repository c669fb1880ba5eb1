import { SearchQuery, SearchResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { searchFailures } from './search-failures.ts';

export function createSearchRoutes(deps: ApiDeps): Route[] {
  return [
    defineRoute('post', '/v1/search', {
      operationId: 'search',
      isCostly: true,
      usesThread: true,
      needs: 'viewer',
      isReadOnly: true,
      isIdempotent: true,
      tag: 'search',
      summary: 'Search for earlier failures that resemble a text, a failure or a web page',
      description:
        'Returns whether the failure was seen before, with the likely pattern and its latest resolution. The text is neither stored nor logged.',
      body: SearchQuery,
      responses: { 200: SearchResponse },
      errors: ['not_found'],
      handle: async ({ body }) => (await searchFailures(deps, body)).answer,
    }),
  ];
}
