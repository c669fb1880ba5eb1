import { AppError } from '@refrain/domain';
import type { RequestHandler } from 'express';
import { requireAccess } from '../authentication/caller-access.ts';

/**
 * Changes the reserved amount; 0 ends the reservation. Throws the error that `CapacityLimits.refusal` creates if the capacity
 * is exhausted.
 */
export type ReservedAmountSetter = (amount: number) => void;

export interface CapacityLimits {
  /** The maximum amount that one holder, such as a user, can reserve. */
  readonly perHolder: number;
  /** The maximum amount that all holders together can reserve. */
  readonly inAll: number;
  /**
   * Creates the error for an exhausted capacity.
   * @param own the total amount that the holder would reserve, if it exceeds `perHolder`; null if only `inAll` would be
   * exceeded
   */
  readonly refusal: (own: number | null) => AppError;
}

/** Creates the error for a user who has to wait until some of their own work has ended. */
export function createUserLimitError(message: string, retryAfterSeconds = 5): AppError {
  return new AppError('rate_limited', message, { context: { retryAfterSeconds } });
}

/** Limits the amounts that holders reserve within this process. Returns a function that opens a reservation for a holder. */
export function createReservationLimiter({
  perHolder,
  inAll,
  refusal,
}: CapacityLimits): (holder: string) => ReservedAmountSetter {
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

/** Limits concurrent work per holder. Returns a function that runs work in a reserved slot. */
export function limitConcurrency(capacity: CapacityLimits): <T>(holder: string, work: () => Promise<T>) => Promise<T> {
  const open = createReservationLimiter(capacity);
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

/** Reserves one slot for the authenticated user until the response closes. */
export function reserveSlotForUser(capacity: CapacityLimits): RequestHandler {
  const open = createReservationLimiter(capacity);
  return (_request, response, next) => {
    // If the client disconnected during authentication, `close` was already emitted and would not release the slot.
    if (response.closed) return;
    const reserve = open(requireAccess(response).user.id);
    reserve(1);
    response.once('close', () => reserve(0));
    next();
  };
}
