import { secondInMs } from '@refrain/domain';

export interface SharedClock {
  /** Milliseconds since 1970, as PostgreSQL has it. */
  now(): number;
  close(): Promise<void>;
}

const readEveryMs = 30 * secondInMs;

/**
 * The time of PostgreSQL, which all processes have in common, without a query each time it is asked for: what one of them writes
 * down as a moment another one reckons from, and the clock of a machine may be hours off. Between two looks it goes as the time
 * that has passed, which nobody sets.
 * @param passed milliseconds since any moment, of a clock that only goes forward
 */
export async function followClock(
  { readClock }: { readClock(): Promise<number> },
  passed: () => number = () => performance.now(),
): Promise<SharedClock> {
  let aheadMs = await look();

  async function look(): Promise<number> {
    const asked = passed();
    const there = await readClock();
    return there - (asked + passed()) / 2;
  }
  // Where PostgreSQL is away the last look still holds.
  const timer = setInterval(() => {
    look().then(
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
