import { setTimeout as wait } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';

type Run<Args extends unknown[], T> = (...args: Args) => PromiseLike<T>;

/** The part of Bottleneck's group of queues that the throttling plugin uses. */
export interface QueueGroup {
  key(id: string): {
    schedule<Args extends unknown[], T>(options: object, run: Run<Args, T>, ...args: Args): Promise<T>;
  };
}

/** Returns milliseconds until the next try, or nothing to give up. */
type AfterFailure = (error: unknown, failed: { readonly args: unknown[] }) => Promise<number | undefined>;

/** The part of a queue that the plugin uses for retries. */
export interface RetryQueue {
  on(event: 'failed', decide: AfterFailure): void;
  schedule<Args extends unknown[], T>(run: Run<Args, T>, ...args: Args): Promise<T>;
}

/**
 * Creates queues without a pause between requests, one for each id. The plugin's own queues (Bottleneck) pass every
 * request through several timers one after another: at most 365 requests a second, each some 15 ms late. A server that
 * counts no requests, which is GitHub Enterprise Server's default, responds several times as fast.
 * @param atATime concurrent requests per id
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

/** Creates a queue that retries each request as the plugin decides, without delaying other requests. */
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
