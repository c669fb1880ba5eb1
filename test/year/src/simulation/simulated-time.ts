import { createVirtualClock, type VirtualClock } from '@refrain/emulators';

/** A clock that moves on as soon as the work at the current time is done. */
export interface SimulatedTime {
  readonly clock: VirtualClock;
  /** Runs a task during which time stops, except for waits in the task. */
  work<T>(task: () => Promise<T>): Promise<T>;
  /** Lets time pass within a task while something else is awaited. */
  idle<T>(task: () => Promise<T>): Promise<T>;
  /** Lets time pass within a task until `ms` are over or the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Creates simulated time. `follow` sets another clock, in milliseconds since 1970, before any work at a new time. */
export function createSimulatedTime(startMs: number, follow = async (_ms: number): Promise<void> => {}): SimulatedTime {
  const clock = createVirtualClock(startMs);
  let busy = 0;
  let release = (): void => {};
  let followed = { ms: Number.NaN, done: Promise.resolve() };

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
    if (followed.ms !== ms) followed = { ms, done: follow(ms) };
    return followed.done;
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
