import { AppError, ProviderWrite, ProviderWritesResponse, WriteAction, WriteState } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import { accessOf } from '../http/authentication/access.ts';
import { ListQuery, withoutUndefined } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createEnqueue, type EnqueueDeps } from '../queues/enqueue.ts';

export interface WriteRouteDeps extends EnqueueDeps {
  readonly store: Pick<Store, 'outbox'>;
}

const WriteListQuery = ListQuery.extend({
  state: WriteState.optional().meta({ description: 'In this state; `planned` is what a dry run would have written.' }),
  action: WriteAction.optional().meta({ description: 'Of this kind.' }),
  place: z
    .string()
    .max(300)
    .optional()
    .meta({ description: 'There: `owner/name`, `owner/name#12`, or the id of an incident.' }),
});

/** Creates the routes of writes at GitHub and PagerDuty, with their reasons and outcomes. */
export function createWriteRoutes(deps: WriteRouteDeps): Route[] {
  const { outbox } = deps.store;
  const enqueue = createEnqueue(deps);
  return [
    defineRoute({
      method: 'get',
      path: '/v1/writes',
      operationId: 'listWrites',
      needs: 'viewer',
      tag: 'audit',
      summary: 'List what was written at GitHub and PagerDuty, newest first',
      query: WriteListQuery,
      responses: { 200: ProviderWritesResponse },
      handle: ({ query }) => outbox.listWrites(withoutUndefined(query)),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/writes/{id}',
      operationId: 'findWrite',
      needs: 'viewer',
      tag: 'audit',
      summary: 'One write, with all that was sent',
      responses: { 200: ProviderWrite },
      errors: ['not_found'],
      async handle({ params: { id } }) {
        const write = await outbox.findWrite(id);
        if (write === null) throw new AppError('not_found', `There is no write ${id}.`);
        return write;
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/writes/{id}/undo',
      operationId: 'undoWrite',
      needs: 'triager',
      tag: 'audit',
      summary: 'Have a write taken back',
      description:
        'An issue is closed as not planned, a comment is deleted, an edit is turned back unless somebody has edited since. It is done a moment later: then the write is `undone`, or says why it is not.',
      isIdempotent: true,
      responses: { 202: ProviderWrite },
      errors: ['not_found', 'conflict'],
      async handle({ params: { id }, response, audit }) {
        const write = await outbox.requestUndo(id, accessOf(response).name);
        audit({ action: write.action, place: write.place });
        await enqueue('undo-write', [{ writeId: id }]);
        return write;
      },
    }),
  ];
}
