import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { reserveForUser } from './capacity.ts';

/** Limits memory, because a request can hold a body of 1 MB and a response. A browser sends at most six at a time. */
const defaultCapacity = { perHolder: 200, inAll: Number.POSITIVE_INFINITY };
const retryAfterSeconds = 5;

/** Limits the concurrent requests of one user, with all tokens and sessions of the user, in this process. */
export function limitConcurrentRequests(capacity = defaultCapacity): RequestHandler {
  return reserveForUser({ ...capacity, refusal });
}

function refusal(): AppError {
  return new AppError('rate_limited', 'Too many of your requests are still open. Wait until some of them end.', {
    context: { retryAfterSeconds },
  });
}
