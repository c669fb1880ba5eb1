import { renderLibrary } from '@refrain/analysis';
import { Cause, LibraryAnswer, LibraryFilesAnswer } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import type { LimitSearch } from '../limits/limit-word-searches.ts';
import { ListQuery, ServiceName, Words, withoutUndefined } from '../list-query.ts';
import { defineRoute, type Route } from '../route/define-route.ts';

const LibraryQuery = z.object({
  query: Words.optional(),
  cause: Cause.optional().meta({ description: 'Of this cause.' }),
  service: ServiceName.optional(),
});
/** Scenarios of an export: more make no library. */
const mostExported = 10_000;

/** The failure library: what every pattern teaches. */
export function createLibraryRoutes({ store }: ApiDeps, limitSearch: LimitSearch): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/library',
      operationId: 'listScenarios',
      isCostlyWith: 'query',
      needs: 'viewer',
      tag: 'library',
      summary: 'Search the failure library, what came most often first',
      query: ListQuery.extend(LibraryQuery.shape),
      answers: { 200: LibraryAnswer },
      handle: ({ query, response }) =>
        limitSearch(query.query, response, () => store.reports.listLibrary(withoutUndefined(query))),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/library/files',
      operationId: 'exportLibrary',
      isCostly: true,
      needs: 'viewer',
      tag: 'library',
      summary: 'The failure library as Markdown files for a repository',
      query: LibraryQuery,
      answers: { 200: LibraryFilesAnswer },
      async handle({ query, response }) {
        const { items } = await limitSearch(query.query, response, () =>
          store.reports.listLibrary({ ...withoutUndefined(query), limit: mostExported }),
        );
        return {
          items: renderLibrary(items, (await store.measurements.findMoment())?.asOf ?? new Date().toISOString()),
        };
      },
    }),
  ];
}
