import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { reserveForUser } from './capacity.ts';

/** A request may hold a body of 1 MB and a response in memory. A browser sends six at once. */
const defaultCapacity = { perHolder: 200, inAll: Number.POSITIVE_INFINITY };
const retryAfterSeconds = 5;

/** Limits the open requests of one user, with all their tokens and sessions. Each process counts its own. */
export function limitConcurrentRequests(capacity = defaultCapacity): RequestHandler {
  return reserveForUser({ ...capacity, refusal });
}

function refusal(): AppError {
  return new AppError('rate_limited', 'Too many of your requests are still open. Wait for some of them to end.', {
    context: { retryAfterSeconds },
  });
}
