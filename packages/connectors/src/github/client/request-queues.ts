import { setTimeout as wait } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';

type Run<Args extends unknown[], T> = (...args: Args) => PromiseLike<T>;

/** The part of Bottleneck's `Group` that the throttling plugin uses. */
export interface QueueGroup {
  key(id: string): {
    schedule<Args extends unknown[], T>(options: object, run: Run<Args, T>, ...args: Args): Promise<T>;
  };
}

/** Returns the milliseconds until the next attempt; undefined to give up. */
type AfterFailure = (error: unknown, failed: { readonly args: unknown[] }) => Promise<number | undefined>;

/** The part of a Bottleneck queue that the throttling plugin uses for retries. */
export interface RetryQueue {
  on(event: 'failed', decide: AfterFailure): void;
  schedule<Args extends unknown[], T>(run: Run<Args, T>, ...args: Args): Promise<T>;
}

/**
 * Creates queues without delays. The plugin's own queues (Bottleneck) use several timers per request and send at most
 * 365 a second; servers without rate limits are several times as fast.
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
