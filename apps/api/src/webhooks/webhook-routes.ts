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
/** In bytes. GitHub caps a payload at 25 MB; PagerDuty drops those over 256 KB. */
const largestPayload = { github: 25 * megabyte, pagerduty: megabyte } as const;
/** Bytes of bodies, as received, on their way into the inbox: parsed they take several times as much. */
const mostBytes = 64 * megabyte;

/**
 * Where a provider's event enters. No byte of a body is kept before its address is known, and a part of that nobody can
 * guess; the signature is checked over the raw body, the payload is in the inbox before the sender gets its 2xx, and only
 * then is work queued. A signed body that cannot be read is stored like the rest: a refusal would make PagerDuty switch the
 * subscription off. Only a body of GitHub that belongs to another event than its header says is refused, because no part of
 * the header is signed. What is too much for one connection is asked for later: PagerDuty sends it again by itself, of
 * GitHub's it is asked, and what no one sends is found by the next look for news.
 */
export function createWebhookRoutes(deps: WebhookRouteDeps, limits: Limits): Router {
  const receivers = createReceivers(deps.store.connections);
  const store = createStoreInBatches(deps.store.inbox, createEnqueueStored(deps));
  const attend = createNoteIncident(deps);
  const openHold = createDeliveryCapacity(mostBytes);
  const router = Router();

  /** There is room for a body before it is read, or bit by bit where its length is not announced, and until it is stored or refused. */
  async function takeIn(request: Request, response: Response): Promise<RawRecord[]> {
    const receiver = receiverOf(response);
    const { connectionId, provider } = receiver;
    const hold = openHold(connectionId);
    try {
      hold(Math.min(Number(request.headers['content-length'] ?? 0), largestPayload[provider]));
      const body = await readBody(request, response, hold);
      hold(body.length);
      const records = await receivers.verify(receiver, { headers: headersOf(request), body });
      await store(records.map((record) => ({ connectionId, record })));
      return records;
    } finally {
      hold(0);
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
      const records = await takeIn(request, response);
      response.status(202).end();
      for (const record of records) void attend(receiverOf(response).connectionId, record);
    },
  );
  router.post('/{*any}', limits.perAddress('strange-webhooks', 1 / 2), () => {
    throw new AppError('not_found', 'There is no such webhook: use the address that connecting gave.');
  });
  return router;
}

/** As it comes: no provider packs what it sends, and what is unpacked before its signature is known could be any amount. */
const readers = {
  github: express.raw({ type: () => true, inflate: false, limit: largestPayload.github }),
  pagerduty: express.raw({ type: () => true, inflate: false, limit: largestPayload.pagerduty }),
};

/** @param hold is asked for room as the body comes, where nobody said how long it is */
function readBody(request: Request, response: Response, hold: Reserve): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.headers['content-length'] === undefined) {
      let read = 0;
      request.on('data', ({ length }: Buffer) => {
        read += length;
        try {
          hold(read);
        } catch (thrown) {
          // Discards the rest: an unread body would block the next request on the same connection.
          request.removeAllListeners('data').resume();
          reject(thrown);
        }
      });
    }
    readers[receiverOf(response).provider](request, response, (error) => {
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
