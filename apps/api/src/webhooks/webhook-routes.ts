import { AppError, type RawRecord } from '@refrain/domain';
import express, { type Request, type Response, Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import type { ReservedAmountSetter } from '../http/limits/capacity-limits.ts';
import type { RateLimits } from '../http/limits/create-rate-limits.ts';
import { createParseJobEnqueuer } from '../queues/enqueue-stored.ts';
import { createWebhookDeliveryReceivers, type WebhookDeliveryReceiver } from './find-receiver.ts';
import { createIncidentNotePreparer } from './note-incident.ts';
import { createWebhookDeliveryBatcher, createWebhookDeliveryLimiter } from './store-in-batches.ts';

const megabyte = 1024 * 1024;
/** The maximum size of all bodies that are not stored yet. Parsed bodies take several times as much memory. */
const maxUnstoredBytes = 64 * megabyte;

/**
 * Receives webhooks. Reads a body only if the secret URL is known, verifies the signature, stores the payload, then responds
 * and enqueues the parsing. A signed body that cannot be parsed is stored too, because PagerDuty disables a subscription after
 * rejections. Rejects deliveries over the limits: PagerDuty retries them, and Refrain asks GitHub to redeliver them.
 */
export function createWebhookRoutes(deps: ApiDeps, limits: RateLimits): Router {
  const receivers = createWebhookDeliveryReceivers(deps.store.connections, deps.providers);
  const store = createWebhookDeliveryBatcher(deps.store.inbox, createParseJobEnqueuer(deps));
  const noteIncident = createIncidentNotePreparer(deps);
  const openReservation = createWebhookDeliveryLimiter(maxUnstoredBytes);
  const router = Router();

  /** Reserves memory for a body until it is stored or rejected. Without Content-Length, reserves memory as bytes arrive. */
  async function ingest(request: Request, response: Response): Promise<RawRecord[]> {
    const receiver = receiverOf(response);
    const { connectionId, provider } = receiver;
    const maxBytes = deps.providers.get(provider).webhooks?.maxBytes ?? 0;
    const reserve = openReservation(connectionId);
    try {
      reserve(Math.min(Number(request.headers['content-length'] ?? 0), maxBytes));
      const body = await readBody(request, response, maxBytes, reserve);
      reserve(body.length);
      const records = await receivers.verify(receiver, { headers: headersOf(request), body });
      await store(records.map((record) => ({ connectionId, record })));
      return records;
    } finally {
      reserve(0);
    }
  }

  router.post(
    '/:provider/:connectionId/:key',
    async (request, response, next) => {
      const { provider = '', connectionId = '', key = '' } = request.params as Record<string, string>;
      const receiver = await receivers.find(provider, connectionId, key);
      response.locals.receiver = receiver;
      next(receiver === null ? 'route' : undefined);
    },
    limits.webhooks((response) => receiverOf(response).connectionId),
    async (request, response) => {
      const records = await ingest(request, response);
      response.status(202).end();
      for (const record of records) void noteIncident(receiverOf(response), record);
    },
  );
  router.post('/{*any}', limits.perAddress('strange-webhooks', 1 / 2), () => {
    throw new AppError(
      'not_found',
      'There is no such webhook. Use the URL that was shown when the account was connected.',
    );
  });
  return router;
}

/**
 * Reads a body. Rejects compressed bodies, which no provider sends and which could expand to any size.
 * @param reserve called with the number of received bytes if the request has no Content-Length
 */
function readBody(request: Request, response: Response, limit: number, reserve: ReservedAmountSetter): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.headers['content-length'] === undefined) {
      let read = 0;
      request.on('data', ({ length }: Buffer) => {
        read += length;
        try {
          reserve(read);
        } catch (thrown) {
          // Discards the rest of the body, which would block the next request on the connection.
          request.removeAllListeners('data').resume();
          reject(thrown);
        }
      });
    }
    express.raw({ type: () => true, inflate: false, limit })(request, response, (error) => {
      if (error === undefined) resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
      else reject(error);
    });
  });
}

function receiverOf(response: Response): WebhookDeliveryReceiver {
  return response.locals.receiver as WebhookDeliveryReceiver;
}

function headersOf(request: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}
