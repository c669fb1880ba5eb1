import { setTimeout as sleep } from 'node:timers/promises';

export interface PollOptions {
  readonly everyMs: number;
  readonly atMostMs: number;
  readonly signal: AbortSignal;
}

export async function poll<T>(ask: () => Promise<T | null>, options: PollOptions): Promise<T | null> {
  const deadline = Date.now() + options.atMostMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) return null;
    await sleep(options.everyMs, undefined, { signal: options.signal });
  }
}
