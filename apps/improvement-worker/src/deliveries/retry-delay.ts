import { hourInMs, secondInMs } from '@refrain/domain';

/** The first wait; each further one is three times as long, so that ten attempts span 27 hours. */
const firstWaitMs = 10 * secondInMs;
const mostAttempts = 10;
/** A receiver that asks for longer is asked anyway. */
const longestAskedMs = 6 * hourInMs;

/**
 * Milliseconds until a message is sent again; null where it was sent often enough.
 * @param attempts that were made, at least 1
 * @param retryAfterSeconds what the receiver asked for
 * @param random in [0, 1): waits vary by a quarter, so that what failed together does not come back together
 */
export function waitBeforeRetry(attempts: number, retryAfterSeconds: number | null, random: number): number | null {
  if (attempts >= mostAttempts) return null;
  const own = firstWaitMs * 3 ** (attempts - 1) * (0.875 + random / 4);
  const asked = Math.min((retryAfterSeconds ?? 0) * secondInMs, longestAskedMs);
  return Math.round(Math.max(own, asked));
}
