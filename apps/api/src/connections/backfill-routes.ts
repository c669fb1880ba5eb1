import type { ProviderAccess } from '@refrain/connectors';
import { BackfillProgress, Instant } from '@refrain/domain';
import { z } from 'zod';
import { type ConfirmAccessDeps, confirmAccess } from '../http/authentication/confirm-access.ts';
import { providerErrors } from '../http/responses/problem.ts';
import { reply } from '../http/responses/reply.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createEnqueue, type EnqueueDeps } from '../queues/enqueue.ts';
import { timeoutMs } from './connect-account.ts';
import { type FindConnectionDeps, findConnection, readCredential } from './find-connection.ts';
import { createProgressStream } from './progress-stream.ts';

export type BackfillRouteDeps = Pick<ProviderAccess, 'createSource'> &
  EnqueueDeps &
  FindConnectionDeps &
  ConfirmAccessDeps;

const Backfill = z.strictObject({ since: Instant.nullable().default(null) }).prefault({});

/** Starting a backfill, and following it. */
export function createBackfillRoutes(deps: BackfillRouteDeps): Route[] {
  const { store, createSource } = deps;
  const enqueue = createEnqueue(deps);
  const streamProgress = createProgressStream(store.connections);
  return [
    defineRoute({
      method: 'post',
      path: '/v1/connections/{id}/backfill',
      operationId: 'startBackfill',
      isCostly: true,
      needs: 'admin',
      tag: 'connections',
      summary: 'Take in the past of an account',
      description: 'From `since` on, or all of it. What is known already comes in no second time.',
      body: Backfill,
      responses: { 202: BackfillProgress },
      errors: ['not_found', 'conflict', ...providerErrors],
      async handle({ params, body: { since }, response, audit }) {
        audit({ since });
        const connection = await findConnection(deps, params.id);
        const source = createSource(connection, await readCredential(deps, connection));
        const streams = await source.listStreams(connection.scope, AbortSignal.timeout(timeoutMs));
        await confirmAccess(deps, response);
        await store.connections.startBackfill(connection.id, streams, since);
        await enqueue(
          'pull-stream',
          streams.map((stream) => ({ connectionId: connection.id, stream })),
        );
        return store.connections.readProgress(connection.id);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/connections/{id}/progress',
      operationId: 'findProgress',
      needs: 'viewer',
      tag: 'connections',
      summary: 'How far a backfill is',
      responses: { 200: BackfillProgress },
      errors: ['not_found'],
      async handle({ params }) {
        const { id } = await findConnection(deps, params.id);
        return store.connections.readProgress(id);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/connections/{id}/progress/events',
      operationId: 'streamProgress',
      needs: 'viewer',
      tag: 'connections',
      summary: 'Follow a backfill to its end',
      description: 'An event `progress` at each change, whose data is a `BackfillProgress` as JSON.',
      responses: { 200: { 'text/event-stream': z.string() } },
      errors: ['not_found'],
      async handle({ params, signal }) {
        const { id } = await findConnection(deps, params.id);
        return reply(200, streamProgress(id, signal()), 'text/event-stream');
      },
    }),
  ];
}
