import { AppError, ConnectionCheckResponse, ConnectionHealth, ConnectionProblemsResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { providerErrorCodes } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { previewAccountImport, providerTimeoutMs } from './connect-account.ts';
import { findConnection, readConnectionCredential } from './find-connection.ts';
import { findAccountToVerify, maxJsonValuesInScopeBody, NewConnection } from './new-connection.ts';

export function createConnectionHealthRoutes(deps: ApiDeps): Route[] {
  const { store, createSource } = deps;
  return [
    defineRoute('post', '/v1/connections/check', {
      operationId: 'checkConnection',
      isCostly: true,
      needs: 'admin',
      isReadOnly: true,
      isIdempotent: true,
      tag: 'connections',
      summary: 'Check an account without connecting it',
      description: 'Returns what would be imported from the account. Nothing is stored.',
      body: NewConnection,
      maxValues: maxJsonValuesInScopeBody,
      responses: { 200: ConnectionCheckResponse },
      errors: ['conflict', ...providerErrorCodes],
      async handle({ body }) {
        const account = findAccountToVerify(deps.providers, body);
        if (account === null)
          throw new AppError('conflict', 'An archive has no account to check. Choose another provider.');
        return previewAccountImport(deps, account);
      },
    }),
    defineRoute('get', '/v1/connections/{id}/health', {
      operationId: 'findHealth',
      needs: 'admin',
      tag: 'connections',
      summary: 'Request permissions, visible repositories or services, and the rate limit from the provider',
      responses: { 200: ConnectionHealth },
      errors: ['not_found', 'conflict', ...providerErrorCodes],
      async handle({ params }) {
        const connection = await findConnection(deps, params.id);
        const source = createSource(connection, await readConnectionCredential(deps, connection));
        return source.verify(AbortSignal.timeout(providerTimeoutMs));
      },
    }),
    defineRoute('get', '/v1/connections/{id}/problems', {
      operationId: 'listProblems',
      needs: 'viewer',
      tag: 'connections',
      summary: 'List all problems of a connection',
      description: 'The `statusReason` of a connection contains only the first few problems.',
      query: ListQuery,
      responses: { 200: ConnectionProblemsResponse },
      errors: ['not_found'],
      async handle({ params, query }) {
        const { id } = await findConnection(deps, params.id);
        return paginateInMemory(await store.connections.listProblems(id), query);
      },
    }),
  ];
}
