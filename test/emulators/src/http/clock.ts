import { setTimeout as sleep } from 'node:timers/promises';

/** Supplies the current time, and determines when waits end. */
export interface Clock {
  now(): number;
  /** Resolves to true after `ms`, or to false as soon as the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<boolean>;
  /** Tracks work that takes real time, such as a request. A virtual clock does not advance until the work has ended. */
  hold<T>(work: Promise<T>): Promise<T>;
}

export const systemClock: Clock = {
  now: Date.now,
  wait: (ms, signal) => sleep(ms, true, { signal }).catch(() => false),
  hold: (work) => work,
};

/** A clock that moves only on request and can drive several emulators. */
export interface VirtualClock extends Clock {
  /**
   * Moves time forward from one scheduled wait to the next. Before each step, awaits the work that the previous step started. Call this
   * function first, and only then await anything that needs time to pass.
   */
  advance(ms: number): Promise<void>;
  waiting(): number;
}

interface Waiter {
  readonly dueAt: number;
  readonly end: (elapsed: boolean) => void;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createVirtualClock(startMs: number): VirtualClock {
  let now = startMs;
  const waiters = new Set<Waiter>();
  const held = new Set<Promise<unknown>>();

  function wait(ms: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (elapsed: boolean): void => {
        signal.removeEventListener('abort', stop);
        if (waiters.delete(waiter)) resolve(elapsed);
      };
      const stop = (): void => end(false);
      const waiter = { dueAt: now + Math.max(0, ms), end };
      waiters.add(waiter);
      if (signal.aborted) stop();
      else signal.addEventListener('abort', stop, { once: true });
    });
  }
  /** Waits until all work in `held` has ended. Work that starts when a wait ends is added up to one turn of the event loop later. */
  async function quiet(): Promise<void> {
    await turn();
    while (held.size > 0) {
      await Promise.allSettled(held);
      await turn();
    }
  }
  function nextDue(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const { dueAt } of waiters) next = Math.min(next, dueAt);
    return next;
  }
  return {
    now: () => now,
    wait,
    hold(work) {
      held.add(work);
      const release = (): void => void held.delete(work);
      work.then(release, release);
      return work;
    },
    async advance(ms) {
      const until = now + ms;
      await quiet();
      for (let next = nextDue(); next <= until; next = nextDue()) {
        now = Math.max(now, next);
        for (const waiter of [...waiters]) if (waiter.dueAt <= now) waiter.end(true);
        await quiet();
      }
      now = Math.max(now, until);
    },
    waiting: () => waiters.size,
  };
}
