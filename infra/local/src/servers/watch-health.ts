import { setTimeout as sleep } from 'node:timers/promises';

export interface HealthProbeLimits {
  readonly probeEveryMs: number;
  readonly maxUnanswered: number;
}

/** A server may leave probes unanswered for 30 s: a busy machine may need seconds, and a restart loses current work. */
export const defaultHealthLimits: HealthProbeLimits = { probeEveryMs: 5_000, maxUnanswered: 6 };

/**
 * Probes a server until it hangs or the signal aborts, and returns whether it hangs. A probe that took much longer than
 * its timeout resets the count of unanswered probes, because then the machine was suspended or this process was not
 * scheduled.
 * @param isHealthy resolves within the given milliseconds
 */
export async function waitUntilHung(
  isHealthy: (timeoutMs: number) => Promise<boolean>,
  { probeEveryMs, maxUnanswered }: HealthProbeLimits,
  signal: AbortSignal,
): Promise<boolean> {
  let unanswered = 0;
  while (unanswered < maxUnanswered) {
    const startedAt = performance.now();
    const pause = sleep(probeEveryMs, undefined, { signal }).catch(() => {});
    const isAnswered = await isHealthy(probeEveryMs);
    await pause;
    if (signal.aborted) return false;
    const wasDelayed = performance.now() - startedAt > 1.5 * probeEveryMs;
    unanswered = isAnswered || wasDelayed ? 0 : unanswered + 1;
  }
  return true;
}
