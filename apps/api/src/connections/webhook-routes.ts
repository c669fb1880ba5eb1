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

/** Whether Refrain made the provider's subscription. While it may not look, somebody may have made another one by hand. */
export async function hasOwnSubscription({ store }: Pick<ApiDeps, 'store'>, connectionId: string): Promise<boolean> {
  const { id, state } = await store.connections.readWebhook(connectionId);
  return id !== null && state !== 'refused';
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

  /**
   * A new secret for the provider's deliveries; the former one is taken for another day. PagerDuty makes its secrets itself:
   * the workers have it make one, and until then (202) the answer holds the present one.
   */
  router.post('/:id/webhook-secret', async (request, response) => {
    const connection = await findConnection(deps, request.params.id);
    if (connection.provider === 'archive') throw new AppError('conflict', 'An archive has no webhook.');
    const isPagerDuty = connection.provider === 'pagerduty';
    if (isPagerDuty && !(await hasOwnSubscription(deps, connection.id))) {
      throw new AppError(
        'conflict',
        'Refrain has made no webhook in this PagerDuty account: make one there by hand, and connect again with its secret.',
      );
    }
    if (isPagerDuty) await store.connections.setWebhook(connection.id, { isSecretDue: true });
    else await store.connections.rotateWebhookSecret(connection.id);
    await enqueueOrLeave('watch-connection', [{ connectionId: connection.id }]);
    response.status(isPagerDuty ? 202 : 201).json(await webhookOf(deps, connection));
  });

  return router;
}
