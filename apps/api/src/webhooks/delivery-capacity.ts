import { AppError } from '@refrain/domain';
import { createReservationLimiter, type ReservedAmountSetter } from '../http/limits/capacity-limits.ts';

const retryAfterSeconds = 10;

/**
 * Limits the deliveries that wait to be stored, and rejects further ones, which providers send again. One connection gets at
 * most half of the capacity. Returns a function that opens a reservation for a connection.
 */
export function createDeliveryLimiter(size: number): (connectionId: string) => ReservedAmountSetter {
  return createReservationLimiter({
    perHolder: size / 2,
    inAll: size,
    refusal: () =>
      new AppError('unavailable', 'Too many deliveries wait to be stored. Send this delivery again later.', {
        context: { retryAfterSeconds },
      }),
  });
}
