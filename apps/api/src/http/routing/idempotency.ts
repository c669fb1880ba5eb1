import { AppError, toAppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { Request, Response } from 'express';
import { accessOf } from '../authentication/access.ts';
import { type Reply, reply } from '../responses/reply.ts';
import { acceptsKey, type Route } from './define-route.ts';

export interface IdempotencyDeps {
  readonly store: Pick<Store, 'access'>;
  readonly onError: (error: AppError) => void;
}

/** Runs the handler of a route, unless a request with the same `Idempotency-Key` has run it. */
export type RunOnce = (route: Route, request: Request, response: Response, run: () => Promise<Reply>) => Promise<Reply>;

/**
 * Handles `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): for a day, a repeated request gets the response of
 * the first one. Failed requests are not stored, so they may be retried with the same key.
 */
export function createRunOnce({ store, onError }: IdempotencyDeps): RunOnce {
  const { access } = store;
  const report = (cause: unknown) => onError(toAppError(cause));
  return async (route, request, response, run) => {
    const key = readKey(route, request);
    if (key === null) return run();
    const content = JSON.stringify([request.method, request.originalUrl, request.body ?? null]);
    const keyed = { caller: accessOf(response).caller, key, content };
    const begun = await access.beginRequest(keyed);
    switch (begun.state) {
      case 'other':
        throw new AppError(
          'key_reused',
          'This Idempotency-Key belongs to another request. Send this one with a new key.',
        );
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
    // The request has succeeded, also if its response cannot be stored for repetitions.
    await access.finishRequest(begun.attempt, keyed, result).catch(report);
    return result;
  };
}

/** Parses the key with the quotation marks of a structured field, or without them. */
function readKey(route: Route, { headers }: Request): string | null {
  const header = headers['idempotency-key'];
  if (header === undefined || route.isIdempotent || route.method !== 'post' || route.upload !== undefined) return null;
  if (!acceptsKey(route)) {
    const problem = `POST ${route.path} accepts no Idempotency-Key, because its response contains a secret, which is not stored.`;
    throw new AppError('invalid_input', problem);
  }
  const key = /^"?([!#-~]{1,255})"?$/u.exec(String(header))?.[1];
  if (key !== undefined) return key;
  throw new AppError(
    'invalid_input',
    'An Idempotency-Key has 1 to 255 visible ASCII characters. Use a UUID, for example.',
  );
}
