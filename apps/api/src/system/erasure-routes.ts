import { Erasure, ErasurePreview, ErasureSubject, ErasuresResponse } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import { ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';

export function createErasureRoutes(deps: ApiDeps): Route[] {
  const { retention } = deps.store;
  const repositoryProviders = deps.providers.listSelecting('repositories');
  const enqueue = createJobEnqueuer(deps);
  return [
    defineRoute('get', '/v1/erasures', {
      operationId: 'listErasures',
      needs: 'admin',
      tag: 'system',
      summary: 'List erasures, newest first',
      description: 'The erased names are not stored.',
      query: ListQuery,
      responses: { 200: ErasuresResponse },
      handle: async ({ query }) => paginateInMemory(await retention.listErasures(), query),
    }),
    defineRoute('post', '/v1/erasures/preview', {
      operationId: 'previewErasure',
      needs: 'admin',
      isIdempotent: true,
      isCostly: true,
      tag: 'system',
      summary: 'Preview the erasure of a repository or person',
      description:
        'Counts the rows that would be deleted or changed, by table. Only keys of payloads are searched, because payloads are decrypted only during the erasure. Nothing is changed.',
      body: ErasureSubject,
      responses: { 200: ErasurePreview },
      errors: ['conflict'],
      handle: ({ body }) => retention.previewErasure(body, repositoryProviders),
    }),
    defineRoute('post', '/v1/erasures', {
      operationId: 'erase',
      needs: 'admin',
      tag: 'system',
      summary: 'Erase a repository or person for good',
      description:
        'From now on, nothing about the repository or person is ingested. Stored data is deleted in the background, in batches. An erasure cannot be undone. A repeated request erases again.',
      body: ErasureSubject,
      responses: { 202: Erasure },
      errors: ['conflict'],
      async handle({ body, response }) {
        const erasure = await retention.requestErasure(body, requireAccess(response).name, repositoryProviders);
        await enqueue('erase', [{ erasureId: erasure.id }]);
        return erasure;
      },
    }),
    defineRoute('get', '/v1/erasures/{id}', {
      operationId: 'findErasure',
      needs: 'admin',
      tag: 'system',
      summary: 'Get the progress and the result of an erasure',
      responses: { 200: Erasure },
      errors: ['not_found'],
      handle: async ({ params: { id } }) => requireFound(await retention.findErasure(id), `There is no erasure ${id}.`),
    }),
    defineRoute('delete', '/v1/erasures/{id}', {
      operationId: 'liftErasure',
      needs: 'admin',
      tag: 'system',
      summary: 'Allow an erased repository or person to be ingested again',
      description: 'Erased data does not come back.',
      responses: { 204: null },
      errors: ['not_found', 'conflict'],
      handle: ({ params: { id } }) => retention.liftErasure(id),
    }),
  ];
}
