import { AppError, type Connection, type WebhookAnswer } from '@refrain/domain';
import { Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { findConnection } from './find-connection.ts';

/** Where a connection's provider sends its events; null for an archive, which has none. */
export async function webhookOf(
  { store, publicUrl }: Pick<ApiDeps, 'store' | 'publicUrl'>,
  { id, provider }: Connection,
): Promise<WebhookAnswer | null> {
  if (provider === 'archive') return null;
  return {
    url: `${publicUrl()}${await store.connections.webhookPath(id)}`,
    secret: await store.connections.readWebhookSecret(id),
  };
}

/** The address and the secret of a connection's webhook, for who has to set it up by hand. */
export function createWebhookSettingsRoutes(deps: ApiDeps): Router {
  const { store } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const router = Router();

  router.get('/:id/webhook', async (request, response) => {
    const webhook = await webhookOf(deps, await findConnection(deps, request.params.id));
    if (webhook === null) throw new AppError('conflict', 'An archive has no webhook: its files are imported.');
    response.json(webhook);
  });

  /** A new secret for the provider's deliveries; the former one is taken for another day. */
  router.post('/:id/webhook-secret', async (request, response) => {
    const connection = await findConnection(deps, request.params.id);
    if (connection.provider === 'archive') throw new AppError('conflict', 'An archive has no webhook.');
    if (connection.provider === 'pagerduty') {
      throw new AppError('conflict', 'PagerDuty makes the secret of its webhook itself: connect again with a new one.');
    }
    await store.connections.rotateWebhookSecret(connection.id);
    await enqueueOrLeave('watch-connection', [{ connectionId: connection.id }]);
    response.status(201).json(await webhookOf(deps, connection));
  });

  return router;
}
