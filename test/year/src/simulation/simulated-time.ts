import { createVirtualClock, type VirtualClock } from '@refrain/emulators';

/** Hours that go by as fast as the work in them is done. */
export interface SimulatedTime {
  readonly clock: VirtualClock;
  /** Time stands still while it is done, but for the waits in it. */
  work<T>(task: () => Promise<T>): Promise<T>;
  /** Lets time go by in the midst of a work while something else is waited for. */
  idle<T>(task: () => Promise<T>): Promise<T>;
  /** Lets time go by in the midst of a work, or until the signal fires. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** @param follow another clock, which is told the time, in milliseconds since 1970, before any work that is done at it */
export function createSimulatedTime(startMs: number, follow = async (_ms: number): Promise<void> => {}): SimulatedTime {
  const clock = createVirtualClock(startMs);
  let busy = 0;
  let release = (): void => {};
  let told = { ms: Number.NaN, done: Promise.resolve() };

  function begin(): void {
    busy += 1;
    if (busy === 1) void clock.hold(new Promise<void>((resolve) => (release = resolve)));
  }
  function end(): void {
    busy -= 1;
    if (busy === 0) release();
  }
  function tell(): Promise<void> {
    const ms = clock.now();
    if (told.ms !== ms) told = { ms, done: follow(ms) };
    return told.done;
  }
  return {
    clock,
    async work(task) {
      begin();
      try {
        await tell();
        return await task();
      } finally {
        end();
      }
    },
    async idle(task) {
      end();
      try {
        return await task();
      } finally {
        begin();
        await tell();
      }
    },
    async wait(ms, signal) {
      end();
      try {
        await clock.wait(ms, signal);
      } finally {
        begin();
      }
      signal.throwIfAborted();
      await tell();
    },
  };
}
