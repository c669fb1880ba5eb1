import { BackfillProgress, Instant, secondInMs } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { confirmAccess } from '../http/authentication/confirm-access.ts';
import { createSharedPolls, pollChanges } from '../http/responses/polling.ts';
import { providerErrorCodes } from '../http/responses/problem.ts';
import { reply, type ServerSentEvent } from '../http/responses/reply.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { providerTimeoutMs } from './connect-account.ts';
import { findConnection, readConnectionCredential } from './find-connection.ts';

const Backfill = z.strictObject({ since: Instant.nullable().default(null) }).prefault({});

export function createBackfillRoutes(deps: ApiDeps): Route[] {
  const { store, createSource } = deps;
  const enqueue = createJobEnqueuer(deps);
  const streamProgress = createBackfillProgressStream(store.connections);
  return [
    defineRoute('post', '/v1/connections/{id}/backfill', {
      operationId: 'startBackfill',
      isCostly: true,
      needs: 'admin',
      tag: 'connections',
      summary: 'Import the history of an account',
      description:
        'Imports records since the time `since`, or the whole history without it. Stored records are not stored again.',
      body: Backfill,
      responses: { 202: BackfillProgress },
      errors: ['not_found', 'conflict', ...providerErrorCodes],
      async handle({ params, body: { since }, response, audit }) {
        audit({ since });
        const connection = await findConnection(deps, params.id);
        const source = createSource(connection, await readConnectionCredential(deps, connection));
        const streams = await source.listStreams(connection.scope, AbortSignal.timeout(providerTimeoutMs));
        await confirmAccess(deps, response);
        await store.connections.startBackfill(connection.id, streams, since);
        await enqueue(
          'pull-stream',
          streams.map((stream) => ({ connectionId: connection.id, stream })),
        );
        return store.connections.readProgress(connection.id);
      },
    }),
    defineRoute('get', '/v1/connections/{id}/progress', {
      operationId: 'findProgress',
      needs: 'viewer',
      tag: 'connections',
      summary: 'Get the progress of a backfill',
      responses: { 200: BackfillProgress },
      errors: ['not_found'],
      async handle({ params }) {
        const { id } = await findConnection(deps, params.id);
        return store.connections.readProgress(id);
      },
    }),
    defineRoute('get', '/v1/connections/{id}/progress/events', {
      operationId: 'streamProgress',
      needs: 'viewer',
      tag: 'connections',
      summary: 'Stream the progress of a backfill until it ends',
      description: 'Sends a server-sent event `progress` at each change, with a `BackfillProgress` as JSON.',
      responses: { 200: { 'text/event-stream': z.string() } },
      errors: ['not_found'],
      async handle({ params, signal }) {
        const { id } = await findConnection(deps, params.id);
        return reply(200, streamProgress(id, signal()), 'text/event-stream');
      },
    }),
  ];
}

/** Creates progress streams of backfills. All clients that follow the same backfill share one poll. */
export function createBackfillProgressStream(
  { readProgress }: Pick<Store['connections'], 'readProgress'>,
  everyMs = secondInMs,
): (connectionId: string, signal: AbortSignal) => AsyncGenerator<ServerSentEvent> {
  const { read, nextPoll } = createSharedPolls(readProgress, everyMs);
  return (connectionId, signal) => pollChanges('progress', () => read(connectionId), isOver, nextPoll, signal);
}

function isOver({ state, pending }: BackfillProgress): boolean {
  return state !== 'running' && pending === 0;
}
