import type { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { accessOf } from '../authentication/access.ts';

/** Replaces the amount that a reservation takes; 0 ends it. Throws the refusal if the capacity is used up. */
export type Reserve = (amount: number) => void;

export interface Capacity {
  /** Maximum of one holder, so that one holder cannot use up the capacity. */
  readonly perHolder: number;
  readonly inAll: number;
  /** @param holderAmount the amount that the holder would have, if that is too much; null if the total would be */
  readonly refusal: (own: number | null) => AppError;
}

/** Creates a capacity of this process. Returns a function that opens a reservation for a holder. */
export function createCapacity({ perHolder, inAll, refusal }: Capacity): (holder: string) => Reserve {
  const reservedBy = new Map<string, number>();
  let total = 0;
  return (holder) => {
    let reserved = 0;
    return (amount) => {
      const more = amount - reserved;
      const ofHolder = (reservedBy.get(holder) ?? 0) + more;
      if (more > 0 && ofHolder > perHolder) throw refusal(ofHolder);
      if (more > 0 && total + more > inAll) throw refusal(null);
      reserved = amount;
      total += more;
      if (ofHolder === 0) reservedBy.delete(holder);
      else reservedBy.set(holder, ofHolder);
    };
  };
}

/** Limits concurrent work. Returns a function that runs work while it reserves one slot for a holder. */
export function limitConcurrency(capacity: Capacity): <T>(holder: string, work: () => Promise<T>) => Promise<T> {
  const open = createCapacity(capacity);
  return async (holder, work) => {
    const reserve = open(holder);
    reserve(1);
    try {
      return await work();
    } finally {
      reserve(0);
    }
  };
}

/** Reserves one slot for the authenticated user of a request until its response closes. */
export function reserveForUser(capacity: Capacity): RequestHandler {
  const open = createCapacity(capacity);
  return (_request, response, next) => {
    // If the caller left during authentication, the response has closed already and would never release its slot.
    if (response.closed) return;
    const reserve = open(accessOf(response).user.id);
    reserve(1);
    response.once('close', () => reserve(0));
    next();
  };
}
