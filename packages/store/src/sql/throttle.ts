import { secondInMs } from '@refrain/domain';

/** What takes no longer needs no rest. */
const shortMs = secondInMs;
/** Share of the time that the work may take, where it takes longer. */
const maxTimeShare = 1 / 20;

/**
 * Work that is asked for more often than it need be done: it never runs beside itself, and when it took long it rests until
 * it has taken a twentieth of the time. A call that comes too early gives `skipped` instead.
 * @param now milliseconds on a clock that never goes back
 */
export function throttle<T>(work: () => Promise<T>, skipped: T, now: () => number): () => Promise<T> {
  let running = false;
  let restsUntil = Number.NEGATIVE_INFINITY;

  return async () => {
    const startedAt = now();
    if (running || startedAt < restsUntil) return skipped;
    running = true;
    try {
      return await work();
    } finally {
      running = false;
      const tookMs = now() - startedAt;
      if (tookMs > shortMs) restsUntil = startedAt + tookMs / maxTimeShare;
    }
  };
}
