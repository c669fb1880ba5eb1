import { setTimeout as wait } from 'node:timers/promises';

/** The maximum event loop delay in milliseconds. About 200 were measured on an idle machine. */
export const maxEventLoopDelayMs = 1_000;

/**
 * Returns a function that returns the milliseconds since this call, or the processor time that the process used since then if
 * that is less. On a busy machine a thread can wait seconds for a processor. Such a wait blocks no event loop and is not counted.
 */
export function startBusyTimer(): () => number {
  const startedAt = performance.now();
  const usedAtStart = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(usedAtStart);
    return Math.min(performance.now() - startedAt, (user + system) / 1_000);
  };
}

/** Returns the longest time in milliseconds for which the event loop was blocked during the work. */
export async function measureEventLoopDelay(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let readBusyMs = startBusyTimer();
  const recordDelay = () => {
    longest = Math.max(longest, readBusyMs());
    readBusyMs = startBusyTimer();
  };
  const ticks = setInterval(recordDelay, 1);
  try {
    await work();
    // Lets the interval run once more, which records a block at the end of the work.
    await wait(20);
  } finally {
    clearInterval(ticks);
  }
  return longest;
}

export function fill(pattern: string, length: number): string {
  return pattern.repeat(Math.floor(length / pattern.length));
}

export const prose = 'The checkout timed out because the engineer forgot the pool of db-7, error 0x7f. ';
