import { setTimeout as wait } from 'node:timers/promises';
import type { ServerSentEvent } from './reply.ts';

export interface SharedPolls<T> {
  /** Reads the value of a key. Concurrent calls with the same key share one read. */
  read(key: string): Promise<T>;
  /** Resolves at the next poll, at the same time for all callers. */
  nextPoll(): Promise<void>;
}

export function createSharedPolls<T>(read: (key: string) => Promise<T>, everyMs: number): SharedPolls<T> {
  const reads = new Map<string, Promise<T>>();
  let poll: Promise<void> | null = null;
  return {
    read(key) {
      const shared = reads.get(key) ?? read(key).finally(() => reads.delete(key));
      reads.set(key, shared);
      return shared;
    },
    nextPoll() {
      poll ??= wait(everyMs).then(() => {
        poll = null;
      });
      return poll;
    },
  };
}

/** Yields an event whenever the polled value changes, until `isLast` returns true or the signal aborts. */
export async function* pollChanges<T>(
  event: string,
  read: () => Promise<T>,
  isLast: (value: T) => boolean,
  nextPoll: () => Promise<unknown>,
  signal: AbortSignal,
): AsyncGenerator<ServerSentEvent> {
  for (let sent = ''; !signal.aborted; ) {
    const value = await read();
    const text = JSON.stringify(value);
    if (text !== sent) yield { event, data: value };
    if (isLast(value)) return;
    sent = text;
    await nextPoll();
  }
}
