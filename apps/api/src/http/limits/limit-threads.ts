import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { reserveForUser } from './capacity.ts';

/** The queue of a worker thread has 20 places for all users. */
const defaultCapacity = { perHolder: 6, inAll: Number.POSITIVE_INFINITY };
const retryAfterSeconds = 5;

/** Limits the requests of one user that wait for a worker thread, so that its queue has places for other users. */
export function limitThreads(capacity = defaultCapacity): RequestHandler {
  return reserveForUser({ ...capacity, refusal });
}

function refusal(): AppError {
  return new AppError('rate_limited', 'Too many of your requests are being processed. Wait until one of them ends.', {
    context: { retryAfterSeconds },
  });
}
