import { setTimeout as wait } from 'node:timers/promises';
import { secondInMs } from '@refrain/domain';

/** Runs the events of one record one after another. */
export interface SerialQueue {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Additional wait in milliseconds, because a timer may fire slightly early. */
const marginMs = 10;

/**
 * Creates a queue whose events start in different seconds. Providers' timestamps have whole seconds, so the order of two events of one
 * incident within the same second would be undefined.
 */
export function createSerialQueue(): SerialQueue {
  let free: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      let begunAt = 0;
      const done = free.then(() => {
        begunAt = Date.now();
        return work();
      });
      free = done.catch(() => undefined).then(() => wait(secondInMs - (begunAt % secondInMs) + marginMs));
      return done;
    },
  };
}
