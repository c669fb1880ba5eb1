import { AppError, toAppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { Request, Response } from 'express';
import { requireAccess } from '../authentication/caller-access.ts';
import { type Reply, reply } from '../responses/reply.ts';
import { acceptsIdempotencyKey, type Route } from './define-route.ts';

export interface IdempotencyDeps {
  readonly store: Pick<Store, 'access'>;
  readonly onError: (error: AppError) => void;
}

/** Runs the handler of a route, unless an earlier request with the same `Idempotency-Key` has run it. */
export type IdempotentRouteRunner = (
  route: Route,
  request: Request,
  response: Response,
  run: () => Promise<Reply>,
) => Promise<Reply>;

/**
 * Implements `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): for a day, a repeated request gets the stored
 * response of the first one. Failed requests are not stored, so that they can be retried with the same key.
 */
export function createIdempotentRouteRunner({ store, onError }: IdempotencyDeps): IdempotentRouteRunner {
  const { access } = store;
  const report = (cause: unknown) => onError(toAppError(cause));
  return async (route, request, response, run) => {
    const key = readKey(route, request);
    if (key === null) return run();
    const content = JSON.stringify([request.method, request.originalUrl, request.body ?? null]);
    const keyed = { caller: requireAccess(response).caller, key, content };
    const begun = await access.beginRequest(keyed);
    switch (begun.state) {
      case 'other':
        throw new AppError('key_reused', 'This Idempotency-Key was used for another request. Send a new key.');
      case 'under_way':
        throw new AppError(
          'conflict',
          'The request with this Idempotency-Key is still running. Try again in a moment.',
        );
      case 'answered':
        response.setHeader('idempotency-replayed', 'true');
        return reply(begun.answer.status, begun.answer.body);
    }
    const result = await run().catch(async (thrown: unknown) => {
      await access.abandonRequest(begun.attempt, keyed).catch(report);
      throw thrown;
    });
    // The request has succeeded, even if its response cannot be stored.
    await access.finishRequest(begun.attempt, keyed, result).catch(report);
    return result;
  };
}

/** Parses the key, with or without the quotation marks of a structured field. */
function readKey(route: Route, { headers }: Request): string | null {
  const header = headers['idempotency-key'];
  if (header === undefined || route.isIdempotent || route.method !== 'post' || route.upload !== undefined) return null;
  if (!acceptsIdempotencyKey(route)) {
    const problem = `POST ${route.path} does not accept an Idempotency-Key, because its response contains a secret. Omit the header.`;
    throw new AppError('invalid_input', problem);
  }
  const key = /^"?([!#-~]{1,255})"?$/u.exec(String(header))?.[1];
  if (key !== undefined) return key;
  throw new AppError(
    'invalid_input',
    'The Idempotency-Key must have 1 to 255 visible ASCII characters. Use a UUID, for example.',
  );
}
