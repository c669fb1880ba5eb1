import { AppError } from '@refrain/domain';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import type { OpenLimits } from '../limits/open-limits.ts';
import { createAttendIncident } from './attend-incident.ts';
import { createEnqueueStored } from './enqueue-stored.ts';
import { createReceivers, type Receiver } from './find-receiver.ts';
import { createStoreInBatches } from './store-in-batches.ts';

/** GitHub caps a payload at 25 MB; PagerDuty drops those over 256 KB. */
const largestPayload = { github: '25mb', pagerduty: '1mb' } as const;

/**
 * Where a provider's event enters. No byte of a body is kept before its address is known, and a part of that nobody can
 * guess; the signature is checked over the raw body, the payload is in the inbox before the sender gets its 2xx, and only
 * then is work queued. What is signed and cannot be understood is stored like the rest: a refusal would make PagerDuty
 * switch the subscription off. What is too much for one connection is asked for later: PagerDuty sends it again by itself, of
 * GitHub's it is asked, and what no one sends is found by the next look for news.
 */
export function createWebhookRoutes(deps: ApiDeps, limits: OpenLimits): Router {
  const receivers = createReceivers(deps.store.connections);
  const store = createStoreInBatches(deps.store.inbox, createEnqueueStored(deps));
  const attend = createAttendIncident(deps);
  const router = Router();

  router.post(
    '/:provider/:connectionId/:key',
    async (request, response, next) => {
      const { provider = '', connectionId = '', key = '' } = request.params as Record<string, string>;
      const receiver = await receivers.find(provider, connectionId, key);
      response.locals.receiver = receiver;
      next(receiver === null ? 'route' : undefined);
    },
    limits.webhooks((response) => receiverOf(response).connectionId),
    readBody,
    async (request, response) => {
      const receiver = receiverOf(response);
      const records = await receivers.verify(receiver, { headers: headersOf(request), body: bodyOf(request) });
      await store(records.map((record) => ({ connectionId: receiver.connectionId, record })));
      response.status(202).end();
      for (const record of records) attend(receiver.connectionId, record);
    },
  );
  router.post('/{*any}', limits.perAddress('strange-webhooks', 1 / 2), () => {
    throw new AppError('not_found', 'There is no such webhook: use the address that connecting gave.');
  });
  return router;
}

const readers = {
  github: express.raw({ type: () => true, limit: largestPayload.github }),
  pagerduty: express.raw({ type: () => true, limit: largestPayload.pagerduty }),
};

function readBody(request: Request, response: Response, next: NextFunction): void {
  readers[receiverOf(response).provider](request, response, next);
}

function receiverOf(response: Response): Receiver {
  return response.locals.receiver as Receiver;
}

function headersOf(request: Request): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}

function bodyOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
