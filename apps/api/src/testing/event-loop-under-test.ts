import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** The maximum event loop delay in milliseconds. About 200 were measured on an idle machine. */
export const maxEventLoopDelayMs = 1_000;
const maxAttempts = 3;

/** Returns the longest event loop delay in milliseconds during the work, in the best of several attempts. */
export async function measureEventLoopDelay(work: () => Promise<unknown>): Promise<number> {
  const delays: number[] = [];
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    await work();
    await wait(20);
    monitor.disable();
    delays.push(monitor.max / 1e6);
    if (Math.min(...delays) < maxEventLoopDelayMs) break;
  }
  return Math.min(...delays);
}

export function fill(pattern: string, length: number): string {
  return pattern.repeat(Math.floor(length / pattern.length));
}

export const prose = 'The checkout timed out because the engineer forgot the pool of db-7, error 0x7f. ';
