import { secondInMs } from '@refrain/domain';

const shortMs = secondInMs;
/** Work that takes more than a second may run for at most this share of the time. */
const maxTimeShare = 1 / 20;

/**
 * Limits how often work runs. Work never runs concurrently. After work that took more than a second, the next run can
 * start once 20 times the duration of the work have passed since its start. Calls in the meantime return `skipped`.
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
