import { secondInMs } from '@refrain/domain';

export interface SharedClock {
  /** Milliseconds since 1970 by PostgreSQL's clock. */
  now(): number;
  close(): Promise<void>;
}

const readEveryMs = 30 * secondInMs;

/**
 * Follows the clock of PostgreSQL without a query per call. All processes need the same clock, because they compare
 * stored times, and the clocks of machines may differ by hours.
 */
export async function followDatabaseClock({ readClock }: { readClock(): Promise<number> }): Promise<SharedClock> {
  let aheadMs = await synchronise();

  async function synchronise(): Promise<number> {
    const requestedAt = performance.now();
    const databaseNow = await readClock();
    return databaseNow - (requestedAt + performance.now()) / 2;
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
    now: () => Math.round(performance.now() + aheadMs),
    close: async () => clearInterval(timer),
  };
}
