import { setImmediate as nextPoll } from 'node:timers/promises';
import { describeLibraryFixes, renderLibrary } from '@refrain/analysis';
import {
  Cause,
  type FailureLibraryEntry,
  type FailureLibraryFile,
  FailureLibraryFilesResponse,
  FailureLibraryResponse,
  FailureLibrarySort,
} from '@refrain/domain';
import type { StoredLibraryEntry } from '@refrain/store';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import { createUserLimitError, limitConcurrency } from '../http/limits/capacity-limits.ts';
import type { TextSearchRunner } from '../http/limits/limit-text-searches.ts';
import { ListQuery, omitUndefinedFields, PeriodQuery, SearchWords, ServiceName } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createPeriodReader } from '../measurement/period-reader.ts';

const LibraryQuery = z.object({
  query: SearchWords.optional(),
  cause: Cause.optional().meta({ description: 'Only patterns with this cause.' }),
  mechanism: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Only patterns with this mechanism, such as `Out of memory`, stated or likely.' }),
  service: ServiceName.optional(),
  ...PeriodQuery.shape,
  sort: FailureLibrarySort.default('lastAt').meta({
    description: '`lastAt`: the pattern with the newest episode first; `episodes`: that with most episodes first.',
  }),
});
type LibraryQuery = z.infer<typeof LibraryQuery>;
const maxExported = 10_000;
/** The number of files, rendered in about 20 ms, after which other requests get a turn of the event loop. */
const filesPerBatch = 20;

export function createFailureLibraryRoutes({ store }: ApiDeps, limitSearch: TextSearchRunner): Route[] {
  const exportFor = limitConcurrency({
    perHolder: 1,
    inAll: 2,
    refusal: () =>
      createUserLimitError('The failure library is already being exported. Wait until that export has finished.'),
  });
  const findPeriods = createPeriodReader(store);

  async function readFilter<Query extends LibraryQuery>({ days, since, until, ...properties }: Query) {
    const periods = await findPeriods({ days, since, until });
    return omitUndefinedFields({ ...properties, period: periods?.chosen });
  }

  return [
    defineRoute('get', '/v1/library', {
      operationId: 'listScenarios',
      isCostlyWith: 'query',
      needs: 'viewer',
      tag: 'library',
      summary: 'Search the failure library',
      description: 'With `days`, `since` or `until`, lists only patterns with an episode in that period.',
      query: ListQuery.extend(LibraryQuery.shape),
      responses: { 200: FailureLibraryResponse },
      async handle({ query, response }) {
        const filter = await readFilter(query);
        const page = await limitSearch(query.query, response, () => store.reports.listLibrary(filter));
        return { ...page, items: page.items.map(toEntry) };
      },
    }),
    defineRoute('get', '/v1/library/files', {
      operationId: 'exportLibrary',
      isCostly: true,
      needs: 'viewer',
      tag: 'library',
      summary: 'Export the failure library as Markdown files for a repository',
      query: LibraryQuery,
      responses: { 200: FailureLibraryFilesResponse },
      handle: ({ query, response }) =>
        exportFor(requireAccess(response).user.id, async () => {
          const filter = await readFilter(query);
          const { items } = await limitSearch(query.query, response, () =>
            store.reports.listLibrary({ ...filter, limit: maxExported }),
          );
          const asOf = (await store.reports.findMeasurementTime())?.asOf ?? new Date().toISOString();
          const files: FailureLibraryFile[] = [];
          for (const file of renderLibrary(items.map(toEntry), asOf)) {
            files.push(file);
            if (files.length % filesPerBatch === 0) await nextPoll();
          }
          return { items: files };
        }),
    }),
  ];
}

function toEntry({ improvement, ...entry }: StoredLibraryEntry): FailureLibraryEntry {
  return { ...entry, ...describeLibraryFixes(improvement) };
}
