import { AppError, Connection, ConnectionCheckResponse, type ConnectionScope } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { formatChangedFields } from '../audit/format-changed-fields.ts';
import { confirmAccess } from '../http/authentication/confirm-access.ts';
import { providerErrorCodes } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { type AccountToConnect, checkAccount, previewAccountImport } from './connect-account.ts';
import { findConnection, readConnectionCredential } from './find-connection.ts';
import { maxJsonValuesInScopeBody, ScopeRequest } from './new-connection.ts';

export function createScopeRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  const enqueue = createJobEnqueuer(deps);
  return [
    defineRoute('put', '/v1/connections/{id}/scope', {
      operationId: 'changeScope',
      needs: 'admin',
      tag: 'connections',
      summary: 'Change what is imported from an account',
      description:
        'Omitted fields get their defaults instead of their previous values. The credential, the webhook and imported records are kept. The scope is checked with the provider first.',
      body: ScopeRequest,
      maxValues: maxJsonValuesInScopeBody,
      responses: { 200: Connection },
      errors: ['not_found', 'conflict', ...providerErrorCodes],
      async handle({ params, body: scope, response, audit }) {
        const connection = await findConnection(deps, params.id);
        audit(formatChangedFields(connection.scope, scope));
        await checkAccount(deps, await readAccount(deps, connection, scope));
        await confirmAccess(deps, response);
        const changed = await store.connections.changeScope(connection.id, scope);
        await enqueue('check-connection', [{ connectionId: connection.id }]);
        return changed;
      },
    }),
    defineRoute('post', '/v1/connections/{id}/check-scope', {
      operationId: 'checkScope',
      isCostly: true,
      needs: 'admin',
      isReadOnly: true,
      isIdempotent: true,
      tag: 'connections',
      summary: 'Check what a scope would import from a connected account',
      description: 'Nothing is stored.',
      body: ScopeRequest,
      maxValues: maxJsonValuesInScopeBody,
      responses: { 200: ConnectionCheckResponse },
      errors: ['not_found', 'conflict', ...providerErrorCodes],
      async handle({ params, body: scope }) {
        const connection = await findConnection(deps, params.id);
        return previewAccountImport(deps, await readAccount(deps, connection, scope));
      },
    }),
  ];
}

async function readAccount(deps: ApiDeps, connection: Connection, scope: ConnectionScope): Promise<AccountToConnect> {
  const { provider, account, baseUrl } = connection;
  if (baseUrl === null) {
    throw new AppError('conflict', 'An archive has no scope. Import only the records that should count.');
  }
  return {
    provider,
    account,
    baseUrl,
    scope,
    credential: await readConnectionCredential(deps, connection),
    webhookSecret: null,
  };
}
