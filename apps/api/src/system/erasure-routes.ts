import type { ProviderRegistry } from '@refrain/connectors';
import { AppError, Erasure, ErasurePreview, ErasureSubject, ErasuresResponse } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { accessOf } from '../http/authentication/access.ts';
import { ListQuery, pageOfAll } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createEnqueue, type EnqueueDeps } from '../queues/enqueue.ts';

export interface ErasureRouteDeps extends EnqueueDeps {
  readonly store: Pick<Store, 'retention'>;
  readonly providers: ProviderRegistry;
}

/** Creates the routes for erasure of repositories and people. */
export function createErasureRoutes(deps: ErasureRouteDeps): Route[] {
  const { retention } = deps.store;
  const repositoryProviders = deps.providers.listSelecting('repositories');
  const enqueue = createEnqueue(deps);
  return [
    defineRoute({
      method: 'get',
      path: '/v1/erasures',
      operationId: 'listErasures',
      needs: 'admin',
      tag: 'system',
      summary: 'List what was forgotten, newest first',
      description: 'What it was called is not known any more.',
      query: ListQuery,
      responses: { 200: ErasuresResponse },
      handle: async ({ query }) => pageOfAll(await retention.listErasures(), query),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/erasures/preview',
      operationId: 'previewErasure',
      needs: 'admin',
      isIdempotent: true,
      isCostly: true,
      tag: 'system',
      summary: 'What forgetting a repository or a person would remove',
      description:
        'Rows by table; of payloads only those whose keys tell it, for they are opened when it is done. Nothing is changed.',
      body: ErasureSubject,
      responses: { 200: ErasurePreview },
      errors: ['conflict'],
      handle: ({ body }) => retention.previewErasure(body, repositoryProviders),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/erasures',
      operationId: 'erase',
      needs: 'admin',
      tag: 'system',
      summary: 'Forget a repository or a person for good',
      description:
        'From this moment on nothing of it is taken in; what is stored is removed beside everything else, part by part. It cannot be undone. Asked again for the same, it is done again.',
      body: ErasureSubject,
      responses: { 202: Erasure },
      errors: ['conflict'],
      async handle({ body, response }) {
        const asked = await retention.requestErasure(body, accessOf(response).name, repositoryProviders);
        await enqueue('erase', [{ erasureId: asked.id }]);
        return asked;
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/erasures/{id}',
      operationId: 'findErasure',
      needs: 'admin',
      tag: 'system',
      summary: 'How far a forgetting is, and what came of it',
      responses: { 200: Erasure },
      errors: ['not_found'],
      async handle({ params: { id } }) {
        const found = await retention.findErasure(id);
        if (found === null) throw new AppError('not_found', `Nothing was forgotten as ${id}`);
        return found;
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/v1/erasures/{id}',
      operationId: 'liftErasure',
      needs: 'admin',
      tag: 'system',
      summary: 'Take in again from now on what was forgotten',
      description: 'What is gone stays gone.',
      responses: { 204: null },
      errors: ['not_found', 'conflict'],
      handle: ({ params: { id } }) => retention.liftErasure(id),
    }),
  ];
}
