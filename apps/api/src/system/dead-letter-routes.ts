import {
  AppError,
  DeadLetter,
  DeadLetterKind,
  DeadLetterReplayResponse,
  DeadLettersResponse,
  DiscardDeadLetterRequest,
  ReplayDeadLettersRequest,
} from '@refrain/domain';
import { jobCatalogue, parseStoredJob } from '@refrain/jobs';
import type { DeadLetterFilter } from '@refrain/store';
import type { ApiDeps } from '../api-deps.ts';
import { createIdParameter, ListQuery, omitUndefinedFields } from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createParseJobEnqueuer } from '../queues/enqueue-stored.ts';

const LetterListQuery = ListQuery.extend({
  kind: DeadLetterKind.optional().meta({ description: 'Only dead letters of this kind.' }),
  queue: ReplayDeadLettersRequest.shape.queue.meta({ description: 'Only dead letters of this queue.' }),
  connectionId: createIdParameter('the connection of the dead letters').optional(),
});

export function createDeadLetterRoutes(deps: ApiDeps): Route[] {
  const { operations } = deps.store;
  const replay = createDeadLetterReplayer(deps);

  const getDeadLetter = async (id: string) =>
    requireFound(
      await operations.findDeadLetter(id),
      `There is no dead letter ${id}. A replay may have succeeded, or somebody dismissed it.`,
    );

  return [
    defineRoute('get', '/v1/dead-letters', {
      operationId: 'listDeadLetters',
      needs: 'admin',
      tag: 'system',
      summary: 'List dead letters, newest first',
      description:
        'Lists jobs that failed all attempts, records that could not be parsed, and events that a receiver did not accept, each with the reason, the recommended action, and whether a replay is likely to help.',
      query: LetterListQuery,
      responses: { 200: DeadLettersResponse },
      handle: ({ query }) => operations.listDeadLetters(omitUndefinedFields(query)),
    }),
    defineRoute('post', '/v1/dead-letters/replay', {
      operationId: 'replayDeadLetters',
      needs: 'admin',
      isIdempotent: true,
      tag: 'system',
      summary: 'Replay all dead letters, or those of one kind, queue or connection',
      description:
        'A repeated request does not replay a dead letter twice. Records with an expired payload, deliveries of a subscription that is off, and jobs that this version does not know are not replayed.',
      body: ReplayDeadLettersRequest,
      responses: { 202: DeadLetterReplayResponse },
      async handle({ body, audit }) {
        const answer = await replay(omitUndefinedFields(body));
        audit({ ...omitUndefinedFields(body), ...answer });
        return answer;
      },
    }),
    defineRoute('get', '/v1/dead-letters/{id}', {
      operationId: 'findDeadLetter',
      needs: 'admin',
      tag: 'system',
      summary: 'Get a dead letter',
      responses: { 200: DeadLetter },
      errors: ['not_found'],
      handle: ({ params }) => getDeadLetter(params.id),
    }),
    defineRoute('post', '/v1/dead-letters/{id}/replay', {
      operationId: 'replayDeadLetter',
      needs: 'admin',
      isIdempotent: true,
      tag: 'system',
      summary: 'Replay a dead letter',
      description:
        'A dead letter leaves the list when the replay succeeds. If it fails again, the dead letter shows the latest problem.',
      responses: { 202: DeadLetterReplayResponse },
      errors: ['not_found', 'conflict'],
      async handle({ params: { id }, audit }) {
        const { advice, kind, name } = await getDeadLetter(id);
        audit({ kind, name });
        const answer = await replay({ id });
        if (answer.replayed === 0) throw new AppError('conflict', `This dead letter cannot be replayed now. ${advice}`);
        return answer;
      },
    }),
    defineRoute('post', '/v1/dead-letters/{id}/discard', {
      operationId: 'discardDeadLetter',
      needs: 'admin',
      isIdempotent: true,
      tag: 'system',
      summary: 'Dismiss a dead letter with a reason',
      description:
        'A dismissed job or delivery is not executed. The payload of a record is kept until it expires, and is parsed again when the connection is replayed.',
      body: DiscardDeadLetterRequest,
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params: { id }, body: { reason }, audit }) {
        const { kind, name } = await getDeadLetter(id);
        audit({ kind, name, reason });
        await operations.discardDeadLetter(id);
      },
    }),
  ];
}

/** The names of the jobs that this version of Refrain knows. Another version may have written a dead letter. */
const knownJobs = Object.keys(jobCatalogue);

/**
 * Creates a function that marks dead letters as pending and enqueues their jobs. Without Redis, the reconciler enqueues
 * them later.
 */
function createDeadLetterReplayer(deps: ApiDeps): (filter: DeadLetterFilter) => Promise<DeadLetterReplayResponse> {
  const { producer, onError } = deps;
  const { operations } = deps.store;
  const enqueueStored = createParseJobEnqueuer(deps);
  return async (filter) => {
    const { jobs, records, deliveries } = await operations.requestReplay(filter, knownJobs);
    const known = jobs.map(parseStoredJob).filter((job) => job !== null);
    try {
      for (const name of new Set(known.map((job) => job.name))) {
        const payloads = known.filter((job) => job.name === name).map(({ payload }) => payload);
        await producer.enqueueMany(name, payloads);
      }
      enqueueStored(records);
      if (deliveries > 0) await producer.enqueueMany('deliver-due', [{}]);
    } catch (cause) {
      // Does not try to enqueue further jobs, because each attempt would time out while Redis is unavailable.
      const problem = 'Not all replayed work could be enqueued. The reconciler enqueues it later.';
      onError(new AppError('unavailable', problem, { cause }));
    }
    const { total } = await operations.listDeadLetters({ ...filter, limit: 1 });
    // A replayed job stays in the list of dead letters until the job succeeds.
    return { replayed: known.length + records.length + deliveries, notReplayed: Math.max(total - known.length, 0) };
  };
}
