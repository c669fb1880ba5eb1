import { ImportResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { ensureArchive } from './ensure-archive.ts';
import { AccountName } from './new-connection.ts';
import type { RecordImporter } from './record-importer.ts';

export function createArchiveRoutes(deps: ApiDeps, importRecords: RecordImporter): Route[] {
  return [
    defineRoute('post', '/v1/archives/{name}/import', {
      operationId: 'importIntoArchive',
      needs: 'admin',
      tag: 'connections',
      summary: 'Import records into an archive by name',
      description:
        'The body contains raw records as JSON Lines. Either all records are stored or none. If the archive does not exist, it is created with the records.',
      params: z.object({ name: AccountName.meta({ description: 'The name of the archive.' }) }),
      upload: 'application/x-ndjson',
      responses: { 200: ImportResponse },
      async handle({ params: { name }, request, response, audit }) {
        const imported = await importRecords(response, () => ensureArchive(deps, name), request);
        audit({ received: imported.received, stored: imported.stored });
        return imported;
      },
    }),
  ];
}
