import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { reserveForUser } from './capacity.ts';

const defaultCapacity = { perHolder: 20, inAll: 1_000 };
/** One heartbeat, after which the API notices that a client disconnected. */
const retryAfterSeconds = 15;

export function limitStreams(capacity = defaultCapacity): RequestHandler {
  return reserveForUser({ ...capacity, refusal });
}

function refusal(own: number | null): AppError {
  const options = { context: { retryAfterSeconds } };
  return own === null
    ? new AppError('unavailable', 'Too many event streams are open. Try again in a moment.', options)
    : new AppError('rate_limited', `You have ${own - 1} open event streams. Close one of them first.`, options);
}
