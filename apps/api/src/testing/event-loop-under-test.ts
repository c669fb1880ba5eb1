import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The longest permitted delay of the event loop, in milliseconds: health checks and webhooks wait for its end. About 200 were
 * measured on a quiet machine.
 */
export const longestDelayMs = 1_000;
const attempts = 3;

/** Returns the longest delay of the event loop while the work is done; of several attempts the shortest, as others use the machine. */
export async function measureDelay(work: () => Promise<unknown>): Promise<number> {
  const delays: number[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    await work();
    await wait(20);
    monitor.disable();
    delays.push(monitor.max / 1e6);
    if (Math.min(...delays) < longestDelayMs) break;
  }
  return Math.min(...delays);
}

/** Repeats a pattern up to a number of characters. */
export function fill(pattern: string, length: number): string {
  return pattern.repeat(Math.floor(length / pattern.length));
}

/** Words of an incident, for texts of any length. */
export const prose = 'The checkout timed out because the engineer forgot the pool of db-7, error 0x7f. ';
