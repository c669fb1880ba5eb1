import { secondInMs } from '@refrain/domain';

export interface SharedClock {
  /** Milliseconds since 1970 by PostgreSQL's clock. */
  now(): number;
  close(): Promise<void>;
}

const readEveryMs = 30 * secondInMs;

/**
 * Follows the clock of PostgreSQL, without a query per call. Machine clocks may be hours apart, and one process
 * compares times that another one stored.
 * @param passed a monotonic clock in milliseconds, for the time between two synchronisations
 */
export async function followClock(
  { readClock }: { readClock(): Promise<number> },
  passed: () => number = () => performance.now(),
): Promise<SharedClock> {
  let aheadMs = await synchronise();

  async function synchronise(): Promise<number> {
    const requestedAt = passed();
    const databaseNow = await readClock();
    return databaseNow - (requestedAt + passed()) / 2;
  }
  // If PostgreSQL is down, the last synchronisation stays valid.
  const timer = setInterval(() => {
    synchronise().then(
      (ms) => {
        aheadMs = ms;
      },
      () => undefined,
    );
  }, readEveryMs);
  timer.unref();
  return {
    now: () => Math.round(passed() + aheadMs),
    close: async () => clearInterval(timer),
  };
}
