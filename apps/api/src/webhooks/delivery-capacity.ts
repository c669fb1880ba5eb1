import { AppError } from '@refrain/domain';
import { createCapacity, type Reserve } from '../http/limits/capacity.ts';

const retryAfterSeconds = 10;

/**
 * Limits the deliveries that wait to be stored; further ones are refused, so that the provider sends them again. One connection
 * gets at most half of the capacity. Returns a function that opens a reservation for a connection.
 */
export function createDeliveryCapacity(size: number): (connectionId: string) => Reserve {
  return createCapacity({
    perHolder: size / 2,
    inAll: size,
    refusal: () =>
      new AppError('unavailable', 'Too many deliveries are waiting to be stored. Send this one again later.', {
        context: { retryAfterSeconds },
      }),
  });
}
