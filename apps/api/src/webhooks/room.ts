import { AppError } from '@refrain/domain';

const comeBackSeconds = 10;

/** Holds so much from now on, in place of what it held; 0 at the end. @throws {AppError} `unavailable` where there is no room */
export type Hold = (amount: number) => void;

/**
 * Room for what waits: when it is used up the provider is asked to come again, before memory fills up. One connection gets half of
 * it, so that its flood leaves room for the others.
 * @returns opens a hold for a connection
 */
export function createRoom(size: number): (connectionId: string) => Hold {
  const heldBy = new Map<string, number>();
  let heldByAll = 0;
  return (connectionId) => {
    let held = 0;
    return (amount) => {
      const more = amount - held;
      const heldByIt = (heldBy.get(connectionId) ?? 0) + more;
      if (more > 0 && (heldByAll + more > size || heldByIt > size / 2)) {
        throw new AppError('unavailable', 'Too many deliveries wait to be stored: send this one again later.', {
          context: { retryAfterSeconds: comeBackSeconds },
        });
      }
      held = amount;
      heldByAll += more;
      if (heldByIt === 0) heldBy.delete(connectionId);
      else heldBy.set(connectionId, heldByIt);
    };
  };
}
