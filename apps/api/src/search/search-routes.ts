import { SearchAnswer, SearchQuestion } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { answerSearch } from './search-failures.ts';

export function createSearchRoutes(deps: Pick<ApiDeps, 'store' | 'index'>): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/v1/search',
      operationId: 'search',
      isCostly: true,
      usesThread: true,
      needs: 'viewer',
      isQuestion: true,
      isHarmless: true,
      tag: 'search',
      summary: 'Have we seen this before?',
      description: 'Of a text, a stored failure or the address of a page. The text is neither stored nor logged.',
      body: SearchQuestion,
      answers: { 200: SearchAnswer },
      errors: ['not_found'],
      handle: ({ body }) => answerSearch(deps, body),
    }),
  ];
}
