import { DecisionsResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { ListQuery, omitUndefinedFields } from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createOperationNamer } from './name-operation.ts';

const shared = {
  needs: 'viewer',
  description: 'An undone decision stays in the list, and `undone` says who undid it.',
  query: ListQuery,
  responses: { 200: DecisionsResponse },
  errors: ['not_found'],
} as const;

/** @param routes the routes whose summaries describe the decisions */
export function createHistoryRoutes({ store }: ApiDeps, routes: readonly Route[]): Route[] {
  const addName = createOperationNamer(routes);
  const list = async (query: Parameters<typeof store.access.listDecisions>[0]) => {
    const { items, ...page } = await store.access.listDecisions(query);
    return { ...page, items: items.map(addName) };
  };
  return [
    defineRoute('get', '/v1/patterns/{id}/history', {
      ...shared,
      operationId: 'listPatternHistory',
      tag: 'patterns',
      summary: 'List decisions about a pattern, its failures and its improvement, newest first',
      async handle({ params: { id }, query }) {
        requireFound((await store.patterns.filterKnownIds([id]))[0], `There is no pattern ${id}.`);
        return list({ ...omitUndefinedFields(query), patternId: id });
      },
    }),
    defineRoute('get', '/v1/failures/{id}/history', {
      ...shared,
      operationId: 'listFailureHistory',
      tag: 'failures',
      summary: 'List decisions about a failure, newest first',
      async handle({ params: { id }, query }) {
        requireFound(await store.failures.find(id), `There is no failure ${id}.`);
        return list({ ...omitUndefinedFields(query), failureId: id });
      },
    }),
  ];
}
