import type { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { accessOf } from '../authentication/access.ts';

/** Holds so much from now on, in place of what it held; 0 at the end. @throws {AppError} what `refusal` says where there is no room */
export type Hold = (amount: number) => void;

export interface Room {
  /** What one holder may hold at most, so that the flood of one leaves room for the others. */
  readonly perHolder: number;
  readonly inAll: number;
  /** @param own what the holder would hold, where that is too much; null where all together would */
  readonly refusal: (own: number | null) => AppError;
}

/** Room in this process that several share. @returns opens a hold for a holder */
export function createRoom({ perHolder, inAll, refusal }: Room): (holder: string) => Hold {
  const heldBy = new Map<string, number>();
  let heldByAll = 0;
  return (holder) => {
    let held = 0;
    return (amount) => {
      const more = amount - held;
      const own = (heldBy.get(holder) ?? 0) + more;
      if (more > 0 && own > perHolder) throw refusal(own);
      if (more > 0 && heldByAll + more > inAll) throw refusal(null);
      held = amount;
      heldByAll += more;
      if (own === 0) heldBy.delete(holder);
      else heldBy.set(holder, own);
    };
  };
}

/** Limits how much work runs at once. @returns runs work that holds one place for a holder until it has ended */
export function limitAtOnce(room: Room): <T>(holder: string, work: () => Promise<T>) => Promise<T> {
  const open = createRoom(room);
  return async (holder, work) => {
    const hold = open(holder);
    hold(1);
    try {
      return await work();
    } finally {
      hold(0);
    }
  };
}

/** After `authenticate`: a request holds one place in the room for its user until its response closes. */
export function holdForUser(room: Room): RequestHandler {
  const open = createRoom(room);
  return (_request, response, next) => {
    // A caller who left during authentication has closed the response already: it would never release its place.
    if (response.closed) return;
    const hold = open(accessOf(response).user.id);
    hold(1);
    response.once('close', () => hold(0));
    next();
  };
}
