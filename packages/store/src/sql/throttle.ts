import { secondInMs } from '@refrain/domain';

const shortMs = secondInMs;
/** Work that takes more than a second may run for at most this share of the time. */
const maxTimeShare = 1 / 20;

/**
 * Limits how often work runs. Runs never overlap. After a run of more than a second, the next one can start only when
 * 20 times the duration of that run have passed since its start. Calls in the meantime return `skipped`.
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
