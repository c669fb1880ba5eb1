import {
  AppError,
  ArchiveImportResponse,
  Connection,
  ConnectionsResponse,
  ConnectResponse,
  ReplayResponse,
  UnreadableRecordsResponse,
} from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { confirmAccess } from '../http/authentication/confirm-access.ts';
import { limitUploads } from '../http/limits/limit-uploads.ts';
import { ListQuery, omitUndefinedFields, paginateInMemory } from '../http/requests/list-query.ts';
import { providerErrorCodes } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { createArchiveRoutes } from './archive-routes.ts';
import { createBackfillRoutes } from './backfill-routes.ts';
import { createCompletenessRoutes } from './completeness-routes.ts';
import { connectAccount } from './connect-account.ts';
import { createFileRoutes } from './files/file-routes.ts';
import { findConnection } from './find-connection.ts';
import { createConnectionHealthRoutes } from './health-routes.ts';
import { findAccountToVerify, maxJsonValuesInScopeBody, NewConnection } from './new-connection.ts';
import { createProviderRoutes } from './provider-routes.ts';
import { createRecordImporter } from './record-importer.ts';
import { createScopeRoutes } from './scope-routes.ts';
import { createWebhookSettingsRoutes, findWebhook } from './webhook-routes.ts';

export function createConnectionRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  const enqueue = createJobEnqueuer(deps);
  const uploads = limitUploads(deps.requestLimits.importMegabytes);
  const importer = createRecordImporter(deps, uploads);
  return [
    defineRoute('get', '/v1/connections', {
      operationId: 'listConnections',
      needs: 'viewer',
      tag: 'connections',
      summary: 'List connections',
      query: ListQuery,
      responses: { 200: ConnectionsResponse },
      handle: async ({ query }) => paginateInMemory(await store.connections.list(), query),
    }),
    defineRoute('post', '/v1/connections', {
      operationId: 'connect',
      isCostly: true,
      needs: 'admin',
      returnsSecret: true,
      tag: 'connections',
      summary: 'Connect an account, or an archive for files',
      description:
        'Verifies the credential with the provider first. Connecting an account again changes only the given fields.',
      body: NewConnection,
      maxValues: maxJsonValuesInScopeBody,
      responses: { 201: ConnectResponse },
      errors: ['conflict', ...providerErrorCodes],
      async handle({ body: wanted, response, audit }) {
        audit({ provider: wanted.provider, account: wanted.account ?? null });
        const account = findAccountToVerify(deps.providers, wanted);
        if (account === null) {
          const archive = { provider: wanted.provider, account: wanted.account ?? '', scope: wanted.scope ?? null };
          const none = { baseUrl: null, credential: null, webhookSecret: null };
          const connection = await store.connections.ensure({ ...archive, ...none });
          return { connection, health: null, webhook: null };
        }
        const { connection, health } = await connectAccount(deps, account, () => confirmAccess(deps, response));
        return { connection, health, webhook: await findWebhook(deps, connection) };
      },
    }),
    ...createProviderRoutes(deps),
    ...createConnectionHealthRoutes(deps),
    ...createScopeRoutes(deps),
    ...createWebhookSettingsRoutes(deps),
    ...createBackfillRoutes(deps),
    ...createCompletenessRoutes(deps),
    ...createArchiveRoutes(deps, importer),
    ...createFileRoutes(deps, uploads),
    defineRoute('get', '/v1/connections/{id}', {
      operationId: 'findConnection',
      needs: 'viewer',
      tag: 'connections',
      summary: 'Get a connection',
      responses: { 200: Connection },
      errors: ['not_found'],
      handle: ({ params }) => findConnection(deps, params.id),
    }),
    defineRoute('delete', '/v1/connections/{id}', {
      operationId: 'removeConnection',
      needs: 'admin',
      tag: 'connections',
      summary: 'Remove a connection and all records that were ingested through it',
      description:
        'Existing reports and digests are kept, including their statements about these records. To remove those too, erase the repositories first.',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, audit }) {
        const connection = await findConnection(deps, params.id);
        audit({ provider: connection.provider, account: connection.account });
        await store.connections.remove(connection.id);
        await enqueue('recluster', [{}]);
      },
    }),
    defineRoute('get', '/v1/connections/{id}/unreadable', {
      operationId: 'listUnreadable',
      needs: 'admin',
      tag: 'connections',
      summary: 'List the records that could not be parsed, newest first',
      query: ListQuery,
      responses: { 200: UnreadableRecordsResponse },
      errors: ['not_found'],
      async handle({ params, query }) {
        const { id } = await findConnection(deps, params.id);
        return store.inbox.listUnreadable(id, omitUndefinedFields(query));
      },
    }),
    defineRoute('post', '/v1/connections/{id}/replay', {
      operationId: 'replay',
      isCostly: true,
      needs: 'admin',
      tag: 'connections',
      summary: 'Parse all stored records of a connection again',
      responses: { 202: ReplayResponse },
      errors: ['not_found'],
      async handle({ params, audit }) {
        const { id } = await findConnection(deps, params.id);
        const replayed = await store.inbox.markForReplay(id);
        audit(replayed);
        return replayed;
      },
    }),
    defineRoute('post', '/v1/connections/{id}/import', {
      operationId: 'importRecords',
      needs: 'admin',
      tag: 'connections',
      summary: 'Import records into an archive',
      description:
        'The body contains raw records as JSON Lines. Either all records are stored or none, except records of failures that another connection has delivered.',
      upload: 'application/x-ndjson',
      responses: { 200: ArchiveImportResponse },
      errors: ['not_found', 'conflict'],
      async handle({ params, request, response, audit }) {
        const connection = await findConnection(deps, params.id);
        if (deps.providers.get(connection.provider).account !== undefined) {
          throw new AppError(
            'conflict',
            'This connection reads from its provider. Import files into an archive instead.',
          );
        }
        const archive = { find: async () => connection, ensure: async () => connection };
        const { connection: _, ...imported } = await importer.importRecords(response, archive, request);
        audit({ received: imported.received, stored: imported.stored });
        return imported;
      },
    }),
  ];
}
