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
      summary: 'Have we seen this before?',
      description: 'Of a text, a stored failure or the address of a page. The text is neither stored nor logged.',
      body: SearchQuestion,
      responses: { 200: SearchResponse },
      errors: ['not_found'],
      handle: ({ body }) => answerSearch(deps, body),
    }),
  ];
}
