import { receiveWebhook } from '@refrain/connectors';
import { AppError, Provider } from '@refrain/domain';
import express, { type Request, Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';

/** GitHub caps a payload at 25 MB; PagerDuty drops those over 256 KB. */
const largestPayload = '25mb';

/**
 * Where a provider's event enters: the signature is checked over the raw body, the payload is in the inbox before the
 * sender gets its 2xx, and only then is work queued. If the queue is away the reconciler finds the row later.
 */
export function createWebhookRoutes({ store, producer, onError }: ApiDeps): Router {
  const router = Router();
  router.post(
    '/:provider/:connectionId',
    express.raw({ type: () => true, limit: largestPayload }),
    async (request, response) => {
      const { provider, connectionId } = request.params as Record<string, string>;
      const connection = await store.connections.find(connectionId ?? '');
      const secret = connection && (await store.connections.readWebhookSecret(connection.id));
      if (!connection || !secret || connection.provider !== Provider.safeParse(provider).data) {
        throw new AppError('not_found', 'There is no such webhook: use the address that connecting gave.');
      }
      const records = await receiveWebhook(
        connection.provider,
        { headers: headersOf(request), body: bodyOf(request) },
        secret,
      );
      const { newIds } = await store.inbox.storePage(connection.id, { records, source: 'webhook' });
      response.status(202).json({ stored: newIds.length });
      if (newIds.length === 0) return;
      await producer.enqueue('normalise-records', { connectionId: connection.id, inboxIds: newIds }).catch((error) => {
        onError(
          new AppError('unavailable', 'A stored webhook could not be queued; the reconciler will.', { cause: error }),
        );
      });
    },
  );
  return router;
}

function headersOf(request: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}

function bodyOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
