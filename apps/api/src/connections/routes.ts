import { AppError, parseInput } from '@refrain/domain';
import { Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { createBackfillRoutes } from './backfill-routes.ts';
import { createCompletenessRoutes } from './completeness-routes.ts';
import { connectAccount } from './connect-account.ts';
import { findConnection } from './find-connection.ts';
import { createHealthRoutes } from './health-routes.ts';
import { createImport } from './import.ts';
import { NewConnection, readAccount } from './new-connection.ts';
import { createWebhookSettingsRoutes, webhookOf } from './webhook-routes.ts';

export function createConnectionRoutes(deps: ApiDeps): Router {
  const { store } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const router = Router();

  router.get('/', async (_request, response) => {
    response.json({ items: await store.connections.list() });
  });

  router.post('/', async (request, response) => {
    const wanted = parseInput(NewConnection, request.body, 'the connection');
    const account = readAccount(wanted);
    if (account === null) {
      const archive = { provider: wanted.provider, account: wanted.account ?? '', scope: wanted.scope ?? null };
      const none = { baseUrl: null, credential: null, webhookSecret: null };
      const connection = await store.connections.ensure({ ...archive, ...none });
      response.status(201).json({ connection, health: null, webhook: null });
      return;
    }
    const { connection, health } = await connectAccount(deps, account);
    response.status(201).json({ connection, health, webhook: await webhookOf(deps, connection) });
  });

  router.use(createHealthRoutes(deps));
  router.use(createWebhookSettingsRoutes(deps));
  router.use(createBackfillRoutes(deps));
  router.use(createCompletenessRoutes(deps));

  router.get('/:id', async (request, response) => {
    response.json(await findConnection(deps, request.params.id));
  });

  router.delete('/:id', async (request, response) => {
    const connection = await findConnection(deps, request.params.id);
    await store.connections.remove(connection.id);
    await enqueueOrLeave('recluster', [{}]);
    response.status(204).end();
  });

  router.get('/:id/unreadable', async (request, response) => {
    const connection = await findConnection(deps, request.params.id);
    response.json({ items: await store.inbox.listUnreadable(connection.id, 100) });
  });

  router.post('/:id/replay', async (request, response) => {
    const connection = await findConnection(deps, request.params.id);
    response.status(202).json(await store.inbox.markForReplay(connection.id));
  });

  const importRecords = createImport(deps);
  router.post('/:id/import', async (request, response) => {
    const connection = await findConnection(deps, request.params.id);
    if (connection.provider !== 'archive') {
      throw new AppError('conflict', 'Files are imported into an archive connection; this one pulls by itself.');
    }
    const { received, stored } = await importRecords(async () => connection, request);
    response.json({ received, stored });
  });

  return router;
}
