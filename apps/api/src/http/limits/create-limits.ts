import { AppError, minuteInMs, secondInMs, toAppError } from '@refrain/domain';
import type { RequestCounter } from '@refrain/jobs';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import rateLimit, { ipKeyGenerator } from 'express-rate-limit';
import { accessOf } from '../authentication/access.ts';
import { limitConcurrentRequests } from './limit-concurrent-requests.ts';
import type { RequestLimits } from './limit-settings.ts';
import { limitStreams } from './limit-streams.ts';
import { limitThreads } from './limit-threads.ts';

/** Whose requests are counted together. */
type KeyOf = (request: Request, response: Response) => string;

export interface Limits {
  /** What is asked without a sign-in. @param share of what an address may ask in all @param name tells it from others */
  perAddress(name: string, share?: number): RequestHandler;
  /** What anyone may ask. */
  readonly open: RequestHandler;
  /** After `authenticate`: whoever it did not let in is told so only so often. */
  readonly refused: ErrorRequestHandler;
  /** After `authenticate`: of one user, with all their tokens and sessions, so that another token gives no other limit. */
  readonly perUser: RequestHandler;
  /** After `authenticate`: requests of one user that are not answered yet. Each process counts its own. */
  readonly atOnce: RequestHandler;
  /** After `authenticate`: what costs far more than to read what is stored. */
  readonly costly: RequestHandler;
  /** After `authenticate`: requests at once that wait for a thread. Each process counts its own. */
  readonly threads: RequestHandler;
  /** After `authenticate`: answers that have no end. Each process counts its own. */
  readonly streams: RequestHandler;
  /** @param connectionOf for which connection a webhook is */
  webhooks(connectionOf: (response: Response) => string): RequestHandler;
}

/**
 * Limits that all API processes keep together. Each answers what is too much with 429, when to come back and how much is left
 * (`RateLimit`, draft-ietf-httpapi-ratelimit-headers). While Redis is away each process counts its own: what comes in goes first.
 */
export function createLimits(counter: Pick<RequestCounter, 'open'>, limits: RequestLimits): Limits {
  const limitBy = (name: string, limit: number, keyOf: KeyOf, what: string): RequestHandler =>
    limit === 0 ? (_request, _response, next) => next() : createLimit(counter, name, limit, keyOf, what);

  const perAddress: Limits['perAddress'] = (name, share = 1) =>
    limitBy(name, Math.ceil(limits.perAddress * share), addressOf, 'from your address');
  const refusedOnes = perAddress('refused');
  const userOf: KeyOf = (_request, response) => accessOf(response).user.id;
  return {
    perAddress,
    open: perAddress('open'),
    refused(thrown, request, response, next) {
      if (toAppError(thrown).code !== 'unauthenticated') next(thrown);
      else refusedOnes(request, response, (tooMany?: unknown) => next(tooMany ?? thrown));
    },
    perUser: limitBy('user', limits.perUser, userOf, 'from you'),
    costly: limitBy('costly', limits.costly, userOf, 'of this kind from you'),
    atOnce: limits.perUser === 0 ? (_request, _response, next) => next() : limitConcurrentRequests(),
    threads: limitThreads(),
    streams: limitStreams(),
    webhooks: (connectionOf) =>
      limitBy('webhooks', limits.webhooks, (_request, response) => connectionOf(response), 'for this connection'),
  };
}

/** IPv6 by the network of a customer: one has as many addresses as it likes. */
function addressOf({ ip = '' }: Request): string {
  return ipKeyGenerator(ip);
}

function createLimit(
  counter: Pick<RequestCounter, 'open'>,
  name: string,
  limit: number,
  keyGenerator: KeyOf,
  what: string,
): RequestHandler {
  const window = counter.open(name, minuteInMs / secondInMs);
  return rateLimit({
    windowMs: minuteInMs,
    limit,
    identifier: name,
    keyGenerator,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // These print to the console what a stranger sent.
    validate: false,
    store: {
      localKeys: false,
      async increment(key) {
        const { total, resetsInMs } = await window.count(key);
        return { totalHits: total, resetTime: new Date(Date.now() + resetsInMs) };
      },
      decrement: window.takeBack,
      resetKey: window.forget,
    },
    handler: (request, _response, next) => {
      const { resetTime } = (request as unknown as { rateLimit: { resetTime?: Date } }).rateLimit;
      const leftMs = (resetTime?.getTime() ?? 0) - Date.now();
      const seconds = Math.max(Math.ceil(leftMs / secondInMs), 1);
      next(
        new AppError('rate_limited', `There are too many requests ${what}: come back in ${seconds} s.`, {
          context: { retryAfterSeconds: seconds },
        }),
      );
    },
  });
}
