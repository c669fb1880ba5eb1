import { setTimeout as wait } from 'node:timers/promises';

/** Asks until it is so; what it was last says why it never came to be. */
export async function until<T>(read: () => Promise<T>, isSo: (value: T) => boolean, patienceMs = 60_000): Promise<T> {
  for (const deadline = Date.now() + patienceMs; ; ) {
    const value = await read();
    if (isSo(value)) return value;
    if (Date.now() > deadline) throw new Error(`It never came to be: ${String(JSON.stringify(value)).slice(0, 2_000)}`);
    await wait(200);
  }
}
