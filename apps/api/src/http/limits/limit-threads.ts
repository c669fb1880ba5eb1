import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { holdForUser } from './capacity.ts';

/** A thread has a queue of 20 for all users, and the page sends a few requests at a time. */
const usual = { perHolder: 6, inAll: Number.POSITIVE_INFINITY };
const retryAfterSeconds = 5;

/** After `authenticate`: limits how many requests of one user wait for a thread at once, so that those of others find room in its queue. */
export function limitThreads(most = usual): RequestHandler {
  return holdForUser({ ...most, refusal });
}

function refusal(): AppError {
  return new AppError('rate_limited', 'Several requests of yours are worked on: wait for one of them to end.', {
    context: { retryAfterSeconds },
  });
}
