import { setMaxListeners } from 'node:events';

/** Tracks work that continues after a response. Closing aborts the work and waits until it has ended. */
export interface BackgroundWork {
  readonly signal: AbortSignal;
  track(work: Promise<void>): void;
  settled(): Promise<void>;
  abort(): Promise<void>;
}

export function createBackgroundWork(): BackgroundWork {
  const controller = new AbortController();
  // Allow any number of listeners on the signal, because each running delivery adds one.
  setMaxListeners(0, controller.signal);
  const running = new Set<Promise<void>>();

  async function settled(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running);
  }
  return {
    signal: controller.signal,
    track(work) {
      running.add(work);
      work.finally(() => running.delete(work)).catch(() => undefined);
    },
    settled,
    async abort() {
      controller.abort();
      await settled();
    },
  };
}
