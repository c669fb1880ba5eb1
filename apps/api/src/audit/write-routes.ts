import { ProviderWrite, ProviderWritesResponse, WriteAction, WriteState } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import { ListQuery, omitUndefinedFields } from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';

const WriteListQuery = ListQuery.extend({
  state: WriteState.optional().meta({
    description: 'Only writes in this state; `planned` for the writes that a dry run omitted.',
  }),
  action: WriteAction.optional().meta({ description: 'Only writes of this kind.' }),
  target: z
    .string()
    .max(300)
    .optional()
    .meta({ description: 'Only writes to this target: `owner/name`, `owner/name#12`, or the id of an incident.' }),
});

export function createProviderWriteRoutes(deps: ApiDeps): Route[] {
  const { outbox } = deps.store;
  const enqueue = createJobEnqueuer(deps);
  return [
    defineRoute('get', '/v1/writes', {
      operationId: 'listWrites',
      needs: 'viewer',
      tag: 'audit',
      summary: 'List writes to GitHub and PagerDuty, newest first',
      query: WriteListQuery,
      responses: { 200: ProviderWritesResponse },
      handle: ({ query }) => outbox.listWrites(omitUndefinedFields(query)),
    }),
    defineRoute('get', '/v1/writes/{id}', {
      operationId: 'findWrite',
      needs: 'viewer',
      tag: 'audit',
      summary: 'Get a write with the sent content',
      responses: { 200: ProviderWrite },
      errors: ['not_found'],
      handle: async ({ params: { id } }) =>
        requireFound(await outbox.findWrite(id), `There is no write to a provider with the id ${id}.`),
    }),
    defineRoute('post', '/v1/writes/{id}/undo', {
      operationId: 'undoWrite',
      needs: 'triager',
      tag: 'audit',
      summary: 'Undo a write',
      description:
        'Closes an issue as not planned, deletes a comment, or reverts an edit unless somebody has edited the text since. The undo runs in the background. Afterwards the state of the write is `undone`, or `problem` says why not.',
      isIdempotent: true,
      responses: { 202: ProviderWrite },
      errors: ['not_found', 'conflict'],
      async handle({ params: { id }, response, audit }) {
        const write = await outbox.requestUndo(id, requireAccess(response).name);
        audit({ action: write.action, target: write.target });
        await enqueue('undo-write', [{ writeId: id }]);
        return write;
      },
    }),
  ];
}
