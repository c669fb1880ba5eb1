import { receiveWebhook } from '@refrain/connectors';
import { AppError } from '@refrain/domain';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { ApiDeps } from '../api-deps.ts';
import { createEnqueueOrLeave } from '../enqueue-or-leave.ts';
import { limitPerAddress } from '../limit-per-address.ts';

/** GitHub caps a payload at 25 MB; PagerDuty drops those over 256 KB. */
const largestPayload = { github: '25mb', pagerduty: '1mb' } as const;
/** Requests a minute from one address that name no connection of ours. */
const mostStrangers = 60;

interface Receiver {
  readonly connectionId: string;
  readonly provider: keyof typeof largestPayload;
  readonly secret: string;
}

/**
 * Where a provider's event enters. No byte of a body is kept before its address is known; the signature is checked over
 * the raw body, the payload is in the inbox before the sender gets its 2xx, and only then is work queued.
 */
export function createWebhookRoutes(deps: ApiDeps): Router {
  const { store } = deps;
  const enqueueOrLeave = createEnqueueOrLeave(deps);
  const router = Router();

  async function findReceiver({ provider, connectionId }: Record<string, unknown>): Promise<Receiver | null> {
    const connection = await store.connections.find(String(connectionId));
    if (connection === null || connection.provider !== provider || connection.provider === 'archive') return null;
    const secret = await store.connections.readWebhookSecret(connection.id);
    return secret === null ? null : { connectionId: connection.id, provider: connection.provider, secret };
  }

  router.post(
    '/:provider/:connectionId',
    async (request, response, next) => {
      const receiver = await findReceiver(request.params);
      response.locals.receiver = receiver;
      next(receiver === null ? 'route' : undefined);
    },
    readBody,
    async (request, response) => {
      const { connectionId, provider, secret } = receiverOf(response);
      const records = await receiveWebhook(provider, { headers: headersOf(request), body: bodyOf(request) }, secret);
      const { newIds } = await store.inbox.storePage(connectionId, { records, source: 'webhook' });
      response.status(202).json({ stored: newIds.length });
      if (newIds.length > 0) await enqueueOrLeave('normalise-records', [{ connectionId, inboxIds: newIds }]);
    },
  );
  router.post('/{*any}', limitPerAddress(mostStrangers), () => {
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
