import { secondInMs } from '@refrain/domain';

/** Work of at most this duration is not throttled. */
const shortMs = secondInMs;
/** The maximum share of the time that longer work may take. */
const maxTimeShare = 1 / 20;

/**
 * Limits work that is requested more often than necessary: it never runs concurrently, and pauses after a long run
 * until that run was a twentieth of the time. A call during the pause returns `skipped`.
 * @param now a monotonic clock in milliseconds
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
