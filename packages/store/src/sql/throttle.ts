import { secondInMs } from '@refrain/domain';

const shortMs = secondInMs;
/** Maximum share of the time that longer work may take. */
const maxTimeShare = 1 / 20;

/**
 * Limits how often work runs: never concurrently, and after a long run not until that run took less than a twentieth of
 * the time since it started. Calls in the meantime return `skipped`.
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
