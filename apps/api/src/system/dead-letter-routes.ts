import {
  AppError,
  DeadLetter,
  DeadLetterKind,
  DeadLetterReplayResponse,
  DeadLettersResponse,
  DiscardDeadLetter,
  ReplayDeadLetters,
} from '@refrain/domain';
import { idOf, ListQuery, withoutUndefined } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createReplay, type ReplayDeadLettersDeps } from './replay-dead-letters.ts';

export type DeadLetterRouteDeps = ReplayDeadLettersDeps;

const LetterListQuery = ListQuery.extend({
  kind: DeadLetterKind.optional().meta({ description: 'Of this kind.' }),
  queue: ReplayDeadLetters.shape.queue.meta({ description: 'Of this queue.' }),
  connectionId: idOf('the connection that they belong to').optional(),
});

/** Creates the routes of dead letters, for operators. */
export function createDeadLetterRoutes(deps: DeadLetterRouteDeps): Route[] {
  const { operations } = deps.store;
  const replay = createReplay(deps);

  async function get(id: string): Promise<DeadLetter> {
    const letter = await operations.findDeadLetter(id);
    if (letter !== null) return letter;
    throw new AppError('not_found', `There is no dead letter ${id}: it came through, or was discarded.`);
  }

  return [
    defineRoute({
      method: 'get',
      path: '/v1/dead-letters',
      operationId: 'listDeadLetters',
      needs: 'admin',
      tag: 'system',
      summary: 'List what was given up, newest first',
      description:
        'Jobs after their last attempt, records that could not be read, events that a subscription did not take: with why, what to do, and whether a replay is likely to help.',
      query: LetterListQuery,
      responses: { 200: DeadLettersResponse },
      handle: ({ query }) => operations.listDeadLetters(withoutUndefined(query)),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/dead-letters/replay',
      operationId: 'replayDeadLetters',
      needs: 'admin',
      isIdempotent: true,
      tag: 'system',
      summary: 'Have all dead letters tried again, or those of a kind, a queue or a connection',
      description:
        'Asked for twice they are replayed once. Left are records whose payload has expired, deliveries of a subscription that is off, and jobs that this version does not know.',
      body: ReplayDeadLetters,
      responses: { 202: DeadLetterReplayResponse },
      async handle({ body, audit }) {
        const answer = await replay(withoutUndefined(body));
        audit({ ...withoutUndefined(body), ...answer });
        return answer;
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/dead-letters/{id}',
      operationId: 'findDeadLetter',
      needs: 'admin',
      tag: 'system',
      summary: 'One dead letter',
      responses: { 200: DeadLetter },
      errors: ['not_found'],
      handle: ({ params }) => get(params.id),
    }),
    defineRoute({
      method: 'post',
      path: '/v1/dead-letters/{id}/replay',
      operationId: 'replayDeadLetter',
      needs: 'admin',
      isIdempotent: true,
      tag: 'system',
      summary: 'Have a dead letter tried again',
      description:
        'It is gone from the list once it came through, and back with its latest problem if it did not. One that is gone already is not found: nothing is done twice.',
      responses: { 202: DeadLetterReplayResponse },
      errors: ['not_found', 'conflict'],
      async handle({ params: { id }, audit }) {
        const { advice, kind, name } = await get(id);
        audit({ kind, name });
        const answer = await replay({ id });
        if (answer.replayed === 0) throw new AppError('conflict', `It cannot be replayed as it is. ${advice}`);
        return answer;
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/dead-letters/{id}/discard',
      operationId: 'discardDeadLetter',
      needs: 'admin',
      isIdempotent: true,
      tag: 'system',
      summary: 'Take a dead letter off the list, with why',
      description:
        'A job or a delivery is not done. The payload of a record stays until it expires, and is read when its connection is read anew.',
      body: DiscardDeadLetter,
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params: { id }, body: { reason }, audit }) {
        const { kind, name } = await get(id);
        audit({ kind, name, reason });
        await operations.discardDeadLetter(id);
      },
    }),
  ];
}
