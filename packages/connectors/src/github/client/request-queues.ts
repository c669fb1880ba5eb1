import { setTimeout as wait } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';

type Run<Args extends unknown[], T> = (...args: Args) => PromiseLike<T>;

/** What the throttling plugin asks of a group of its library's queues. */
export interface QueueGroup {
  key(id: string): {
    schedule<Args extends unknown[], T>(options: object, run: Run<Args, T>, ...args: Args): Promise<T>;
  };
}

/** What the plugin decides after a failure: milliseconds until the next try, nothing to give up. */
type AfterFailure = (error: unknown, failed: { readonly args: unknown[] }) => Promise<number | undefined>;

/** What the plugin asks of the queue in which it tries again. */
export interface RetryQueue {
  on(event: 'failed', decide: AfterFailure): void;
  schedule<Args extends unknown[], T>(run: Run<Args, T>, ...args: Args): Promise<T>;
}

/**
 * Queues without a pause between two requests, one for each id. The plugin's own (Bottleneck) take every request through
 * several timers, one after another: 365 requests a second at most, each some 15 ms late. A server that counts no requests,
 * as GitHub Enterprise Server does unless it is told to, answers several times as many.
 * @param atATime requests of one id that are under way together
 */
export function createQueueGroup(atATime: number): QueueGroup {
  const queues = new Map<string, LimitFunction>();
  return {
    key(id) {
      const queue = queues.get(id) ?? pLimit(atATime);
      queues.set(id, queue);
      return { schedule: (_options, run, ...args) => queue(() => run(...args)) };
    },
  };
}

/** Tries each request again as often and as late as the plugin says, without holding back any other one. */
export function createRetryQueue(): RetryQueue {
  let afterFailure: AfterFailure = async () => undefined;
  return {
    on(_event, decide) {
      afterFailure = decide;
    },
    async schedule(run, ...args) {
      for (;;) {
        try {
          return await run(...args);
        } catch (thrown) {
          const waitMs = await afterFailure(thrown, { args });
          if (waitMs === undefined) throw thrown;
          await wait(waitMs);
        }
      }
    },
  };
}
