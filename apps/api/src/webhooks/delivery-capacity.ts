import { AppError } from '@refrain/domain';
import { createRoom, type Hold } from '../http/limits/capacity.ts';

const retryAfterSeconds = 10;

/**
 * Room for deliveries that wait: when it is used up the provider is asked to come again, before memory fills up. One connection
 * gets half of it.
 * @returns opens a hold for a connection
 */
export function createDeliveryRoom(size: number): (connectionId: string) => Hold {
  return createRoom({
    ...{ perHolder: size / 2, inAll: size },
    refusal: () =>
      new AppError('unavailable', 'Too many deliveries wait to be stored: send this one again later.', {
        context: { retryAfterSeconds },
      }),
  });
}
