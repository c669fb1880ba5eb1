import { setTimeout as sleep } from 'node:timers/promises';
import { toAppError } from '@refrain/domain';

export interface RunningProcess {
  /** Resolves when the process has ended, with its exit code or the signal that ended it. Never rejects. */
  readonly ended: Promise<string>;
  lastLines(count: number): Promise<string[]>;
  stop(): Promise<void>;
  kill(): void;
  /** Returns whether the process responds within this many milliseconds. Absent for a process that cannot be probed. */
  readonly isHealthy?: (timeoutMs: number) => Promise<boolean>;
}

/** An event of a supervised process. `pauseMs` is null if the supervisor gives up. */
export type SupervisionEvent =
  | {
      readonly type: 'ended';
      readonly how: string;
      readonly lastLines: readonly string[];
      readonly pauseMs: number | null;
    }
  | {
      readonly type: 'hung';
      readonly forMs: number;
      readonly lastLines: readonly string[];
      readonly pauseMs: number | null;
    }
  | { readonly type: 'start_failed'; readonly problem: string; readonly pauseMs: number | null }
  | { readonly type: 'restarted' }
  | { readonly type: 'gave_up'; readonly failures: number };

interface HealthProbeLimits {
  readonly probeEveryMs: number;
  readonly maxUnanswered: number;
}

/**
 * A server may leave probes unanswered for 30 s, because a busy machine may need seconds, and a restart loses current
 * work.
 */
const defaultHealthLimits: HealthProbeLimits = { probeEveryMs: 5_000, maxUnanswered: 6 };

export interface SupervisionOptions<T extends RunningProcess> {
  /** Starts the process and resolves when it is ready. Rejects when the signal aborts, and then leaves nothing running. */
  readonly start: (signal: AbortSignal) => Promise<T>;
  readonly onEvent: (event: SupervisionEvent) => void;
  /** Gives up after this many failures in a row; never by default. */
  readonly maxFailures?: number;
  readonly health?: HealthProbeLimits;
}

export interface SupervisedProcess<T> {
  readonly first: T;
  stop(): Promise<void>;
}

const firstPauseMs = 1_000;
const maxPauseMs = 30_000;
/** A process that has run this long resets the count of failures. */
const healthyAfterMs = 60_000;
const linesReported = 5;

/**
 * Starts a process, kills it if it hangs, and restarts it whenever it ends, with pauses that double from one second to thirty.
 * @throws the error of `start` if the first start fails
 */
export async function superviseProcess<T extends RunningProcess>(
  supervision: SupervisionOptions<T>,
): Promise<SupervisedProcess<T>> {
  const { start, onEvent, maxFailures = Number.POSITIVE_INFINITY, health = defaultHealthLimits } = supervision;
  const stopping = new AbortController();
  const { signal } = stopping;
  let failures = 0;
  const first = await start(signal);
  let running: T = first;
  const watching = watch();

  async function watch(): Promise<void> {
    do {
      const startedAt = Date.now();
      const isKilled = await killIfHung();
      const how = await running.ended;
      const lastLines = await running.lastLines(linesReported);
      if (signal.aborted) return;
      failures = Date.now() - startedAt > healthyAfterMs ? 1 : failures + 1;
      const forMs = health.probeEveryMs * health.maxUnanswered;
      onEvent({ ...(isKilled ? { type: 'hung', forMs } : { type: 'ended', how }), lastLines, pauseMs: pause() });
    } while (await restart());
  }

  async function killIfHung(): Promise<boolean> {
    const { ended, isHealthy } = running;
    if (isHealthy === undefined) return false;
    const over = new AbortController();
    void ended.then(() => over.abort());
    const isHung = await waitUntilHung(isHealthy, health, over.signal);
    if (isHung) running.kill();
    return isHung;
  }

  async function restart(): Promise<boolean> {
    for (let pauseMs = pause(); pauseMs !== null; pauseMs = pause()) {
      await sleep(pauseMs, undefined, { signal }).catch(() => {});
      if (signal.aborted) return false;
      try {
        running = await start(signal);
        if (signal.aborted) {
          await running.stop();
          return false;
        }
        onEvent({ type: 'restarted' });
        return true;
      } catch (thrown) {
        if (signal.aborted) return false;
        failures += 1;
        onEvent({ type: 'start_failed', problem: toAppError(thrown).message, pauseMs: pause() });
      }
    }
    onEvent({ type: 'gave_up', failures });
    return false;
  }

  function pause(): number | null {
    return failures >= maxFailures ? null : Math.min(firstPauseMs * 2 ** (failures - 1), maxPauseMs);
  }

  return {
    first,
    async stop() {
      stopping.abort();
      await running.stop();
      await watching;
    },
  };
}

/**
 * Probes a server until it hangs or the signal aborts, and returns whether it hangs. A probe that took much longer than its
 * timeout resets the count of failed probes, because the machine was suspended or this process was not scheduled.
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
