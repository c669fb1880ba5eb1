import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { type CapacityLimits, createUserLimitError, reserveSlotForUser } from './capacity-limits.ts';

/**
 * The delay before a client retries. It equals the heartbeat interval, because Refrain notices at a heartbeat that a client has
 * disconnected.
 */
const streamRetryAfterSeconds = 15;

type Size = Omit<CapacityLimits, 'refusal'>;

/**
 * Limits the concurrent requests of one user, with all tokens and sessions of the user, in this process. A request can hold a
 * body of 1 MB and a response in memory; a browser sends at most six requests at a time.
 */
export function limitConcurrentRequests(
  size: Size = { perHolder: 200, inAll: Number.POSITIVE_INFINITY },
): RequestHandler {
  const refusal = () => createUserLimitError('Too many of your requests are still open. Wait until some of them end.');
  return reserveSlotForUser({ ...size, refusal });
}

/** Limits each user's requests that wait for a worker thread, because at most 20 requests of all users can wait. */
export function limitWorkerThreadRequests(
  size: Size = { perHolder: 6, inAll: Number.POSITIVE_INFINITY },
): RequestHandler {
  const refusal = () =>
    createUserLimitError('Too many of your requests are being processed. Wait until one of them ends.');
  return reserveSlotForUser({ ...size, refusal });
}

/** Limits the open event streams of one user and of all users. */
export function limitEventStreams(size: Size = { perHolder: 20, inAll: 1_000 }): RequestHandler {
  const refusal = (own: number | null) =>
    own === null
      ? new AppError('unavailable', 'Too many event streams are open. Try again in a moment.', {
          context: { retryAfterSeconds: streamRetryAfterSeconds },
        })
      : createUserLimitError(
          `You have ${own - 1} open event streams. Close one of them first.`,
          streamRetryAfterSeconds,
        );
  return reserveSlotForUser({ ...size, refusal });
}
