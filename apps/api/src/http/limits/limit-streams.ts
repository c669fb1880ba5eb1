import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { reserveForUser } from './capacity.ts';

/** Open event streams. */
const usual = { perHolder: 20, inAll: 1_000 };
/** A reader that left is noticed within one heartbeat. */
const retryAfterSeconds = 15;

/** Limits the open event streams of one user, and of this process. */
export function limitStreams(most = usual): RequestHandler {
  return reserveForUser({ ...most, refusal });
}

function refusal(own: number | null): AppError {
  const options = { context: { retryAfterSeconds } };
  return own === null
    ? new AppError('unavailable', 'Too many follow what happens at once: come back in a moment.', options)
    : new AppError('rate_limited', `You follow in ${own - 1} places at once: end one of them first.`, options);
}
