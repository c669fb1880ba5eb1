import { hourInMs, secondInMs } from '@refrain/domain';

/** Delay before the second attempt. Each further delay is three times as long, so ten attempts span 27 hours. */
const firstDelayMs = 10 * secondInMs;
const maxAttempts = 10;
const longestRequestedMs = 6 * hourInMs;

/**
 * Returns the milliseconds until a message is sent again; null after the last attempt.
 * @param attempts number of attempts so far, at least 1
 * @param random in [0, 1), for a jitter of 12.5 % in each direction: messages that failed together are not retried together
 */
export function findRetryDelayMs(attempts: number, retryAfterSeconds: number | null, random: number): number | null {
  if (attempts >= maxAttempts) return null;
  const own = firstDelayMs * 3 ** (attempts - 1) * (0.875 + random / 4);
  const requested = Math.min((retryAfterSeconds ?? 0) * secondInMs, longestRequestedMs);
  return Math.round(Math.max(own, requested));
}
