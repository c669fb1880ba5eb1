import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { accessOf } from '../access/access-of.ts';

/** How many streams of events are open at once. */
const usual = { perUser: 20, inAll: 1_000 };
/** A stream has no end that could be told: a reader that went away is noticed by then. */
const retryAfterSeconds = 15;

/** After `authenticate`, for answers that have no end: so many at once for a user, with all their tokens and sessions, and for this process. */
export function limitStreams(most = usual): RequestHandler {
  const open = new Map<string, number>();
  let inAll = 0;
  return (_request, response, next) => {
    const { id } = accessOf(response).user;
    const own = open.get(id) ?? 0;
    if (own >= most.perUser) {
      throw new AppError('rate_limited', `You follow in ${own} places at once: end one of them first.`, {
        context: { retryAfterSeconds },
      });
    }
    if (inAll >= most.inAll) {
      throw new AppError('unavailable', 'Too many follow what happens at once: come back in a moment.', {
        context: { retryAfterSeconds },
      });
    }
    open.set(id, own + 1);
    inAll += 1;
    response.once('close', () => {
      const left = (open.get(id) ?? 1) - 1;
      if (left === 0) open.delete(id);
      else open.set(id, left);
      inAll -= 1;
    });
    next();
  };
}
