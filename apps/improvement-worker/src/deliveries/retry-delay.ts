import { hourInMs, secondInMs } from '@refrain/domain';

/** The first delay. Each further one is three times as long, so that ten attempts span 27 hours. */
const firstDelayMs = 10 * secondInMs;
const maxAttempts = 10;
/** Limits the delay that a receiver requests. */
const longestRequestedMs = 6 * hourInMs;

/**
 * Returns the milliseconds until a message is sent again; null after the last attempt.
 * @param attempts number of attempts so far, at least 1
 * @param retryAfterSeconds the delay that the receiver requested
 * @param random in [0, 1): delays have a jitter of a quarter, so that messages that failed together do not return together
 */
export function retryDelayOf(attempts: number, retryAfterSeconds: number | null, random: number): number | null {
  if (attempts >= maxAttempts) return null;
  const own = firstDelayMs * 3 ** (attempts - 1) * (0.875 + random / 4);
  const requested = Math.min((retryAfterSeconds ?? 0) * secondInMs, longestRequestedMs);
  return Math.round(Math.max(own, requested));
}
