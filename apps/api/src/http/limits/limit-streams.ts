import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { holdForUser } from './capacity.ts';

/** How many streams of events are open at once. */
const usual = { perHolder: 20, inAll: 1_000 };
/** A stream has no end that could be told: a reader that went away is noticed by then. */
const retryAfterSeconds = 15;

/** After `authenticate`, for answers that have no end: so many at once for a user, with all their tokens and sessions, and for this process. */
export function limitStreams(most = usual): RequestHandler {
  return holdForUser({ ...most, refusal });
}

function refusal(own: number | null): AppError {
  const options = { context: { retryAfterSeconds } };
  return own === null
    ? new AppError('unavailable', 'Too many follow what happens at once: come back in a moment.', options)
    : new AppError('rate_limited', `You follow in ${own - 1} places at once: end one of them first.`, options);
}
