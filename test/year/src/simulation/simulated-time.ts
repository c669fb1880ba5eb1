import { createVirtualClock, type VirtualClock } from '@refrain/emulators';

/** A clock that advances whenever no task is working at the current time. */
export interface SimulatedTime {
  readonly clock: VirtualClock;
  /** Runs a task. Time stands still during the task, except while the task waits. */
  work<T>(task: () => Promise<T>): Promise<T>;
  /** Runs the part of a task that waits for other tasks. Time passes during this part. */
  idle<T>(task: () => Promise<T>): Promise<T>;
  /** Lets time pass within a task for `ms` milliseconds, or until the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Creates simulated time. Whenever the time changes, `follow` sets another clock to the new time, in milliseconds since 1970. */
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
