import { AppError, toAppError } from '@refrain/domain';
import type { Request, Response } from 'express';
import type { ApiDeps } from '../../api-deps.ts';
import { accessOf } from '../authentication/access.ts';
import { type Reply, reply } from '../responses/reply.ts';
import { isRepeatable, type Route } from './define-route.ts';

type Answer = Reply<number, unknown, string>;
export type AnswerOnce = (
  route: Route,
  request: Request,
  response: Response,
  run: () => Promise<Answer>,
) => Promise<Answer>;

/**
 * `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a request that is sent again with the same key is not done
 * again; it gets the answer that the first one got, for a day. What failed is not kept, and may be tried with the same key.
 */
export function createAnswerOnce({ store, onError }: Pick<ApiDeps, 'store' | 'onError'>): AnswerOnce {
  const { repeatableRequests } = store;
  return async (route, request, response, run) => {
    const key = readKey(route, request);
    if (key === null) return run();
    const content = JSON.stringify([request.method, request.originalUrl, request.body ?? null]);
    const asked = { caller: accessOf(response).caller, key, content };
    const begun = await repeatableRequests.begin(asked);
    if (begun.state === 'other') {
      throw new AppError('key_reused', 'This Idempotency-Key belongs to another request: send this one with its own.');
    }
    if (begun.state === 'under_way') {
      throw new AppError('conflict', 'The request with this Idempotency-Key is being answered: ask again in a moment.');
    }
    if (begun.state === 'answered') {
      response.setHeader('idempotency-replayed', 'true');
      return reply(begun.answer.status, begun.answer.body);
    }
    const answer = await run().catch(async (thrown: unknown) => {
      await repeatableRequests.giveUp(begun.attempt, asked).catch((cause) => onError(toAppError(cause)));
      throw thrown;
    });
    // It is done: that it may be done again is no reason to say that it was not.
    await repeatableRequests.finish(begun.attempt, asked, answer).catch((cause) => onError(toAppError(cause)));
    return answer;
  };
}

/** As a structured field it stands in quotation marks; without them it is the same. */
function readKey(route: Route, request: Request): string | null {
  const given = request.headers['idempotency-key'];
  if (given === undefined || route.isHarmless || route.method !== 'post' || route.upload !== undefined) return null;
  if (!isRepeatable(route)) {
    throw new AppError(
      'invalid_input',
      `POST ${route.path} takes no Idempotency-Key: its answer holds a secret, which is not kept.`,
    );
  }
  const key = /^"?([!#-~]{1,255})"?$/u.exec(String(given))?.[1];
  if (key !== undefined) return key;
  throw new AppError('invalid_input', 'An Idempotency-Key is 1 to 255 visible characters, as a UUID is.');
}
