import { randomBytes } from 'node:crypto';
import { AppError, type Connection, type ConnectionHealth, Instant, parseInput } from '@refrain/domain';
import { Router } from 'express';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { createImport } from './import.ts';
import { NewConnection, readAccount } from './new-connection.ts';

const Backfill = z.object({ since: Instant.nullable().default(null) }).strict();

/** Provider calls on behalf of a waiting person may take this long, in milliseconds. */
const patienceMs = 30_000;

export function createConnectionRoutes(deps: ApiDeps): Router {
  const { store, createSource, publicUrl } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const router = Router();

  async function get(id: string): Promise<Connection> {
    const connection = await store.connections.find(id);
    if (connection === null) throw new AppError('not_found', `There is no connection ${id}.`);
    return connection;
  }

  router.get('/', async (_request, response) => {
    response.json({ items: await store.connections.list() });
  });

  router.post('/', async (request, response) => {
    const wanted = parseInput(NewConnection, request.body, 'the connection');
    const account = readAccount(wanted);
    if (account === null) {
      const connection = await store.connections.ensure({
        provider: wanted.provider,
        account: wanted.account ?? '',
        baseUrl: null,
        scope: wanted.scope ?? null,
        credential: null,
        webhookSecret: null,
      });
      response.status(201).json({ connection, health: null, webhook: null });
      return;
    }
    const source = createSource({ ...account, account: account.account ?? '' }, account.credential);
    const health: ConnectionHealth = await source.verify(AbortSignal.timeout(patienceMs));
    if (health.account === '') {
      throw new AppError('invalid_input', 'The provider does not tell the name of the account: give it as `account`.');
    }
    // As the provider spells it: the same account in another spelling would be taken in a second time.
    const connection = await store.connections.ensure({
      ...account,
      account: health.account,
      scope: wanted.scope ?? null,
      webhookSecret: wanted.webhookSecret ?? null,
      ...(account.provider === 'github' ? { firstWebhookSecret: randomBytes(32).toString('hex') } : {}),
    });
    const webhook = {
      url: `${publicUrl()}/webhooks/${connection.provider}/${connection.id}`,
      secret: await store.connections.readWebhookSecret(connection.id),
    };
    response.status(201).json({ connection, health, webhook });
  });

  router.get('/:id', async (request, response) => {
    response.json(await get(request.params.id));
  });

  router.delete('/:id', async (request, response) => {
    const connection = await get(request.params.id);
    await store.connections.remove(connection.id);
    await enqueueOrLeave('recluster', [{}]);
    response.status(204).end();
  });

  router.post('/:id/backfill', async (request, response) => {
    const { since } = parseInput(Backfill, request.body ?? {}, 'the backfill');
    const connection = await get(request.params.id);
    const credential = await store.connections.readCredential(connection.id);
    if (credential === null) {
      throw new AppError('conflict', 'An archive has nothing to pull: bring its files with `npx refrain import`.');
    }
    const source = createSource(connection, credential);
    const streams = await source.listStreams(connection.scope, AbortSignal.timeout(patienceMs));
    await store.connections.startBackfill(connection.id, streams, since);
    await enqueueOrLeave(
      'pull-stream',
      streams.map((stream) => ({ connectionId: connection.id, stream })),
    );
    response.status(202).json(await store.connections.progress(connection.id));
  });

  router.get('/:id/progress', async (request, response) => {
    const connection = await get(request.params.id);
    response.json(await store.connections.progress(connection.id));
  });

  router.get('/:id/unreadable', async (request, response) => {
    const connection = await get(request.params.id);
    response.json({ items: await store.inbox.listUnreadable(connection.id, 100) });
  });

  router.post('/:id/replay', async (request, response) => {
    const connection = await get(request.params.id);
    response.status(202).json({ records: await store.inbox.markForReplay(connection.id) });
  });

  const importRecords = createImport(deps);
  router.post('/:id/import', async (request, response) => {
    const connection = await get(request.params.id);
    if (connection.provider !== 'archive') {
      throw new AppError('conflict', 'Files are imported into an archive connection; this one pulls by itself.');
    }
    const { received, stored } = await importRecords(async () => connection, request);
    response.json({ received, stored });
  });

  return router;
}
