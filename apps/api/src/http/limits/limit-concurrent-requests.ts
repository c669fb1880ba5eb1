import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { holdForUser } from './capacity.ts';

/** Each may hold a body of 1 MB and an answer in memory. A browser has six at once. */
const usual = { perHolder: 200, inAll: Number.POSITIVE_INFINITY };
const retryAfterSeconds = 5;

/** After `authenticate`: requests of one user that are not answered yet, with all their tokens and sessions. Each process counts its own. */
export function limitRequestsAtOnce(most = usual): RequestHandler {
  return holdForUser({ ...most, refusal });
}

function refusal(): AppError {
  return new AppError(
    'rate_limited',
    'Too many requests of yours are not answered yet: wait for some of them to end.',
    {
      context: { retryAfterSeconds },
    },
  );
}
