import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { reserveForUser } from './capacity.ts';

/** The queue of a thread has 20 places for all users. */
const defaultCapacity = { perHolder: 6, inAll: Number.POSITIVE_INFINITY };
const retryAfterSeconds = 5;

/** Limits the requests of one user that wait for a worker thread, so that other users' requests find a place in its queue. */
export function limitThreads(capacity = defaultCapacity): RequestHandler {
  return reserveForUser({ ...capacity, refusal });
}

function refusal(): AppError {
  return new AppError('rate_limited', 'Several of your requests are being processed. Wait for one of them to end.', {
    context: { retryAfterSeconds },
  });
}
