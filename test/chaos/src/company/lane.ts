import { setTimeout as wait } from 'node:timers/promises';
import { secondInMs } from '@refrain/domain';

/** What happens to one thing, one after another. */
export interface Lane {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** A timer may end a moment early. */
const marginMs = 10;

/**
 * Providers tell times in whole seconds: of two things that happen to one incident within a second nobody could say which
 * came first, so that each begins in a second of its own.
 */
export function createLane(): Lane {
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
