import { setTimeout as sleep } from 'node:timers/promises';

export interface HealthLimits {
  readonly probeEveryMs: number;
  /** A server hangs if it leaves this many probes in a row without an answer. */
  readonly maxUnanswered: number;
}

/** 30 s in all, because a busy machine may delay an answer for seconds, and a restart costs all that the server was doing. */
export const defaultHealthLimits: HealthLimits = { probeEveryMs: 5_000, maxUnanswered: 6 };

/**
 * Probes a server until it hangs or the signal aborts. Begins to count again when a probe took much longer than it may: then the
 * machine was suspended, or this process had no processor.
 * @param isHealthy resolves within the time that it gets, in milliseconds
 * @returns whether it hangs
 */
export async function untilHung(
  isHealthy: (timeoutMs: number) => Promise<boolean>,
  { probeEveryMs, maxUnanswered }: HealthLimits,
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
