import { createRejectedRows } from '@refrain/connectors';
import { FileCheckResponse, FileImportResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../../api-deps.ts';
import { requireAccess } from '../../http/authentication/caller-access.ts';
import type { UploadLimits } from '../../http/limits/limit-uploads.ts';
import { reply } from '../../http/responses/reply.ts';
import { defineRoute, type Route, type RouteInput } from '../../http/routing/define-route.ts';
import { createArchiveTarget } from '../archive-target.ts';
import { createRecordClassifier } from '../classify-records.ts';
import { AccountName } from '../new-connection.ts';
import { createRecordCounter } from '../record-counter.ts';
import { confirmBeforeImport, createRecordStorer } from '../store-records.ts';
import { checkRows } from './check-rows.ts';
import { chooseColumns, FileQuery } from './choose-columns.ts';
import { findOtherArchive } from './find-other-archive.ts';
import { importRows } from './import-rows.ts';
import { joinServices } from './join-services.ts';
import { readRows } from './read-rows.ts';
import { type ReceivedFile, receiveFile } from './receive-file.ts';

const params = z.object({ name: AccountName.meta({ description: 'The name of the archive.' }) });
const upload = 'application/octet-stream';

type FileInput = RouteInput<z.output<typeof params>, FileQuery, undefined>;

/** Routes that import a CSV, JSON Lines or Markdown file as users have it, with a map of its columns. */
export function createFileRoutes(deps: ApiDeps, uploads: UploadLimits): Route[] {
  const { store } = deps;
  const storeRecords = createRecordStorer(deps);

  async function withFile<T>(input: FileInput, work: (file: ReceivedFile) => Promise<T>): Promise<T> {
    const {
      request,
      response,
      params: { name },
    } = input;
    return uploads.reserve(requireAccess(response).user.id, async () => {
      uploads.checkLength(request);
      const file = await receiveFile(request, name, uploads.countBytes()).catch((thrown) => {
        // Discards the rest of the body, because the next request follows it on the same TCP connection.
        request.resume();
        throw thrown;
      });
      return work(file).finally(() => file.close());
    });
  }

  return [
    defineRoute('post', '/v1/archives/{name}/check', {
      operationId: 'checkFile',
      needs: 'admin',
      isReadOnly: true,
      tag: 'connections',
      summary: 'Check a file before it is imported into an archive',
      description: 'Returns how the columns are read and what an import would store. Stores nothing.',
      params,
      query: FileQuery,
      upload,
      responses: { 200: FileCheckResponse },
      handle: (input) =>
        withFile(input, async (file) => {
          const { columns, reading } = await chooseColumns(file, input.query);
          const known = await createArchiveTarget(deps, input.params.name).find();
          const others = (await store.connections.list()).filter(
            ({ id, provider }) => provider === 'archive' && id !== known?.id,
          );
          const { services } = await store.catalogue.listLocations();
          const read = (onNote: (note: string) => void) =>
            joinServices(readRows(file, reading, input.signal(), { onNote }), services, onNote);
          const checked = await checkRows(read, {
            classifier: await createRecordClassifier(deps, known),
            counter: createRecordCounter(deps.providers),
            findOtherArchive: (ids) => findOtherArchive(others, ids, store.failures.findStoredExternalIds),
          });
          return { columns, ...checked };
        }),
    }),
    defineRoute('post', '/v1/archives/{name}/rejected-rows', {
      operationId: 'listRejectedRows',
      needs: 'admin',
      isReadOnly: true,
      tag: 'connections',
      summary: 'Return the rows of a file that cannot be imported',
      description:
        'Returns the rows as CSV, with the reason in the column `import_problem`, so that they can be corrected and imported. An import ignores this column. Returns at most 10,000 rows. Stores nothing.',
      params,
      query: FileQuery,
      upload,
      responses: { 200: { 'text/csv': z.string() } },
      handle: (input) =>
        withFile(input, async (file) => {
          const { reading } = await chooseColumns(file, input.query);
          const rejected = createRejectedRows();
          for await (const _row of readRows(file, reading, input.signal(), { onReject: rejected.add }));
          return reply(200, rejected.toCsv(), 'text/csv');
        }),
    }),
    defineRoute('post', '/v1/archives/{name}/files', {
      operationId: 'importFile',
      needs: 'admin',
      tag: 'connections',
      summary: 'Import a CSV, JSON Lines or Markdown file into an archive',
      description:
        'Either all readable rows are stored or none, except rows of failures that another connection has delivered. The response counts these, and lists the rows that cannot be read. If the archive does not exist, it is created.',
      params,
      query: FileQuery,
      upload,
      responses: { 200: FileImportResponse },
      errors: ['conflict'],
      handle: (input) =>
        withFile(input, async (file) => {
          const { reading } = await chooseColumns(file, input.query);
          const { services } = await store.catalogue.listLocations();
          const imported = await importRows(
            () => joinServices(readRows(file, reading, input.signal()), services),
            (records) => {
              const archive = createArchiveTarget(deps, input.params.name);
              return storeRecords(confirmBeforeImport(deps, input.response, archive), records);
            },
          );
          input.audit({ archive: input.params.name, received: imported.received, stored: imported.stored });
          return imported;
        }),
    }),
  ];
}
