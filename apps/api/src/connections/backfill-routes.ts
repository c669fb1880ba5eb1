import { Instant, parseInput } from '@refrain/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { patienceMs } from './connect-account.ts';
import { findConnection, readCredential } from './find-connection.ts';
import { changesOf, sendEvents } from './send-events.ts';

const Backfill = z.object({ since: Instant.nullable().default(null) }).strict();

/** Between two looks at a backfill that someone follows. */
const lookEveryMs = 1_000;

/** Starting a backfill, and following it. */
export function createBackfillRoutes(deps: ApiDeps): Router {
  const { store, createSource } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const router = Router();

  router.post('/:id/backfill', async (request, response) => {
    const { since } = parseInput(Backfill, request.body ?? {}, 'the backfill');
    const connection = await findConnection(deps, request.params.id);
    const source = createSource(connection, await readCredential(deps, connection));
    const streams = await source.listStreams(connection.scope, AbortSignal.timeout(patienceMs));
    await store.connections.startBackfill(connection.id, streams, since);
    await enqueueOrLeave(
      'pull-stream',
      streams.map((stream) => ({ connectionId: connection.id, stream })),
    );
    response.status(202).json(await store.connections.progress(connection.id));
  });

  router.get('/:id/progress', async (request, response) => {
    const { id } = await findConnection(deps, request.params.id);
    response.json(await store.connections.progress(id));
  });

  router.get('/:id/progress/events', async (request, response) => {
    const { id } = await findConnection(deps, request.params.id);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const progress = changesOf(
      () => store.connections.progress(id),
      ({ state, pending }) => state !== 'running' && pending === 0,
      lookEveryMs,
      gone.signal,
    );
    await sendEvents(response, 'progress', progress);
  });

  return router;
}
