import { setTimeout as wait } from 'node:timers/promises';

/** Polls `read` until `isSo` accepts the value. After `timeoutMs`, throws an error with the last value. */
export async function pollUntil<T>(
  read: () => Promise<T>,
  isSo: (value: T) => boolean,
  timeoutMs = 180_000,
): Promise<T> {
  for (const deadline = Date.now() + timeoutMs; ; ) {
    const value = await read();
    if (isSo(value)) return value;
    if (Date.now() > deadline)
      throw new Error(
        `The condition was not met within ${timeoutMs} ms; the last value was ${String(JSON.stringify(value)).slice(0, 2_000)}`,
      );
    await wait(200);
  }
}
