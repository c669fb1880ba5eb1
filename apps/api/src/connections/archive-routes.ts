import { ImportResponse, RecordCheckResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createArchiveTarget } from './archive-target.ts';
import { AccountName } from './new-connection.ts';
import type { RecordImporter } from './record-importer.ts';

const params = z.object({ name: AccountName.meta({ description: 'The name of the archive.' }) });

export function createArchiveRoutes(deps: ApiDeps, { importRecords, checkRecords }: RecordImporter): Route[] {
  return [
    defineRoute('post', '/v1/archives/{name}/import/check', {
      operationId: 'checkRecords',
      needs: 'admin',
      isReadOnly: true,
      tag: 'connections',
      summary: 'Check records before they are imported into an archive',
      description: 'The body contains raw records as JSON Lines. Counts what an import would store. Stores nothing.',
      params,
      upload: 'application/x-ndjson',
      responses: { 200: RecordCheckResponse },
      handle: ({ params: { name }, request, response }) =>
        checkRecords(response, createArchiveTarget(deps, name), request),
    }),
    defineRoute('post', '/v1/archives/{name}/import', {
      operationId: 'importIntoArchive',
      needs: 'admin',
      tag: 'connections',
      summary: 'Import records into an archive by name',
      description:
        'The body contains raw records as JSON Lines. Either all records are stored or none, except records of failures that another connection has delivered. If the archive does not exist, it is created with the records.',
      params,
      upload: 'application/x-ndjson',
      responses: { 200: ImportResponse },
      errors: ['conflict'],
      async handle({ params: { name }, request, response, audit }) {
        const imported = await importRecords(response, createArchiveTarget(deps, name), request);
        audit({ received: imported.received, stored: imported.stored });
        return imported;
      },
    }),
  ];
}
