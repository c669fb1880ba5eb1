import { SearchQuestion, SearchResponse } from '@refrain/domain';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { answerSearch, type SearchDeps } from './search-failures.ts';

export function createSearchRoutes(deps: SearchDeps): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/v1/search',
      operationId: 'search',
      isCostly: true,
      usesThread: true,
      needs: 'viewer',
      isReadOnly: true,
      isIdempotent: true,
      tag: 'search',
      summary: 'Search for earlier failures that resemble a text, a failure or a page',
      description:
        'Answers whether this was seen before, with the likely pattern and its resolution. The text is neither stored nor logged.',
      body: SearchQuestion,
      responses: { 200: SearchResponse },
      errors: ['not_found'],
      handle: ({ body }) => answerSearch(deps, body),
    }),
  ];
}
