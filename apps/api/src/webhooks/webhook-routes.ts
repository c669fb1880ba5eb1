import { AppError, type RawRecord } from '@refrain/domain';
import type { Store } from '@refrain/store';
import express, { type Request, type Response, Router } from 'express';
import type { Reserve } from '../http/limits/capacity.ts';
import type { Limits } from '../http/limits/create-limits.ts';
import { createEnqueueStored } from '../queues/enqueue-stored.ts';
import { createDeliveryCapacity } from './delivery-capacity.ts';
import { createReceivers, type Receiver } from './find-receiver.ts';
import { createNoteIncident, type NoteIncidentDeps } from './note-incident.ts';
import { createStoreInBatches } from './store-in-batches.ts';

export type WebhookRouteDeps = NoteIncidentDeps & {
  readonly store: Pick<Store, 'inbox'>;
};

const megabyte = 1024 * 1024;
/** Maximum bytes of bodies that are not stored yet; parsed they take several times as much memory. */
const maxBytes = 64 * megabyte;

/**
 * Receives webhooks. It reads a body only if the address, which has an unguessable part, is known; checks the signature over
 * the raw body; stores the payload; then responds with 2xx and enqueues the work. An unreadable signed body is stored too,
 * because PagerDuty disables a subscription after refusals. A GitHub body of another event than its header says is refused,
 * because no signature covers the header. Deliveries over the limits are refused and come again: PagerDuty retries, GitHub
 * is asked to redeliver, and the next sync finds the rest.
 */
export function createWebhookRoutes(deps: WebhookRouteDeps, limits: Limits): Router {
  const receivers = createReceivers(deps.store.connections, deps.providers);
  const store = createStoreInBatches(deps.store.inbox, createEnqueueStored(deps));
  const noteIncident = createNoteIncident(deps);
  const openReservation = createDeliveryCapacity(maxBytes);
  const router = Router();

  /** Reserves memory for a body from before it is read, or while it arrives without a length, until it is stored or refused. */
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
      'There is no such webhook. Use the address that was shown when the account was connected.',
    );
  });
  return router;
}

/**
 * Reads a body. Rejects compressed ones, which no provider sends: before the signature is checked they could expand to any size.
 * @param reserve reserves the received bytes of a body without a length
 */
function readBody(request: Request, response: Response, limit: number, reserve: Reserve): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.headers['content-length'] === undefined) {
      let read = 0;
      request.on('data', ({ length }: Buffer) => {
        read += length;
        try {
          reserve(read);
        } catch (thrown) {
          // Discards the rest: an unread body would block the next request on the same connection.
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

function receiverOf(response: Response): Receiver {
  return response.locals.receiver as Receiver;
}

function headersOf(request: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}
