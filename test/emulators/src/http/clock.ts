import { setTimeout as sleep } from 'node:timers/promises';

/** Where an emulator's time comes from: what it reads, and what its retries and delays wait on. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms`; false where the signal ended the wait. */
  wait(ms: number, signal: AbortSignal): Promise<boolean>;
  /** Names work that goes on in real time, such as a request: the time of a virtual clock stands still until it ended. */
  hold<T>(work: Promise<T>): Promise<T>;
}

export const systemClock: Clock = {
  now: Date.now,
  wait: (ms, signal) => sleep(ms, true, { signal }).catch(() => false),
  hold: (work) => work,
};

/** Time that moves when it is told to. One can drive several emulators. */
export interface VirtualClock extends Clock {
  /**
   * Moves time on, from one wait that is due to the next; before each step it lets the work end that the former one began.
   * A day in which nothing waits costs nothing. Who awaits something that needs time to pass must not await it first.
   */
  advance(ms: number): Promise<void>;
  /** Waits that are not over. */
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
  /** What a wait's end sets going is held at the latest one turn later. */
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
