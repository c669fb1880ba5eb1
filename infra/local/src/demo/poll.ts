import { setTimeout as sleep } from 'node:timers/promises';

/** Calls `ask` until the result is not null. Returns null after `atMostMs`. */
export async function poll<T>(
  ask: () => Promise<T | null>,
  { everyMs, atMostMs, signal }: { readonly everyMs: number; readonly atMostMs: number; readonly signal: AbortSignal },
): Promise<T | null> {
  const deadline = Date.now() + atMostMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) return null;
    await sleep(everyMs, undefined, { signal });
  }
}
