import { AppError, minuteInMs, secondInMs, toAppError } from '@refrain/domain';
import type { RequestCounter } from '@refrain/jobs';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import rateLimit, { ipKeyGenerator } from 'express-rate-limit';
import { requireAccess } from '../authentication/caller-access.ts';
import { limitConcurrentRequests, limitEventStreams, limitWorkerThreadRequests } from './limit-open-requests.ts';
import type { RequestLimits } from './limit-settings.ts';

type KeyOf = (request: Request, response: Response) => string;

export interface RateLimits {
  /**
   * Limits the requests without a sign-in from each IP address.
   * @param name the name of the counter
   * @param share the fraction of `limits.perAddress` that is allowed
   */
  perAddress(name: string, share?: number): RequestHandler;
  /** Limits requests of public routes by IP address. */
  readonly publicRoutes: RequestHandler;
  /** Handles errors of `authenticate`, and limits the failed authentications of each IP address. */
  readonly failedAuthentication: ErrorRequestHandler;
  /** Runs after `authenticate`. Limits the requests of one user, who may use several tokens and sessions. */
  readonly perUser: RequestHandler;
  /** Runs after `authenticate`. Limits the concurrent requests of one user in this process. */
  readonly concurrentRequests: RequestHandler;
  /** Runs after `authenticate`. Limits the expensive requests of one user. */
  readonly costly: RequestHandler;
  /** Runs after `authenticate`. Limits the requests of one user that wait for a worker thread of this process. */
  readonly threads: RequestHandler;
  /** Runs after `authenticate`. Limits the open event streams of one user, and of this process. */
  readonly streams: RequestHandler;
  webhooks(connectionOf: (response: Response) => string): RequestHandler;
}

/**
 * Creates rate limits that all API processes share. A request over a limit gets 429 with `Retry-After` and `RateLimit`
 * (draft-ietf-httpapi-ratelimit-headers). While Redis is unavailable, each process counts its own requests.
 */
export function createRateLimits(counter: Pick<RequestCounter, 'open'>, limits: RequestLimits): RateLimits {
  const limitBy = (name: string, limit: number, keyOf: KeyOf, what: string): RequestHandler =>
    limit === 0 ? (_request, _response, next) => next() : createLimit(counter, name, limit, keyOf, what);

  const perAddress: RateLimits['perAddress'] = (name, share = 1) =>
    limitBy(name, Math.ceil(limits.perAddress * share), addressOf, 'from your IP address');
  const limitRefused = perAddress('refused');
  const userOf: KeyOf = (_request, response) => requireAccess(response).user.id;
  return {
    perAddress,
    publicRoutes: perAddress('open'),
    failedAuthentication(thrown, request, response, next) {
      if (toAppError(thrown).code !== 'unauthenticated') next(thrown);
      else limitRefused(request, response, (tooMany?: unknown) => next(tooMany ?? thrown));
    },
    perUser: limitBy('user', limits.perUser, userOf, 'from you'),
    costly: limitBy('costly', limits.costly, userOf, 'of this kind from you'),
    concurrentRequests: limits.perUser === 0 ? (_request, _response, next) => next() : limitConcurrentRequests(),
    threads: limitWorkerThreadRequests(),
    streams: limitEventStreams(),
    webhooks: (connectionOf) =>
      limitBy('webhooks', limits.webhooks, (_request, response) => connectionOf(response), 'for this connection'),
  };
}

/** Groups IPv6 addresses by network, because one client can use any number of addresses in its network. */
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
    // Disables the checks of `express-rate-limit`, because they print request data to the console.
    validate: false,
    store: {
      localKeys: false,
      async increment(key) {
        const { total, resetsInMs } = await window.count(key);
        return { totalHits: total, resetTime: new Date(Date.now() + resetsInMs) };
      },
      decrement: window.release,
      resetKey: window.forget,
    },
    handler: (request, _response, next) => {
      const { resetTime } = (request as unknown as { rateLimit: { resetTime?: Date } }).rateLimit;
      const remainingMs = (resetTime?.getTime() ?? 0) - Date.now();
      const seconds = Math.max(Math.ceil(remainingMs / secondInMs), 1);
      next(
        new AppError('rate_limited', `Too many requests ${what}. Try again in ${seconds} s.`, {
          context: { retryAfterSeconds: seconds },
        }),
      );
    },
  });
}
