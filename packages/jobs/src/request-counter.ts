import { AppError, secondInMs, toAppError } from '@refrain/domain';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { defaultRedisKeyPrefix } from './producer.ts';
import { connectToRedis } from './redis.ts';

export interface RequestCounterOptions {
  readonly redisUrl: string;
  readonly prefix?: string;
  /** Called each time Redis becomes unavailable. Until Redis responds again, each process counts on its own. */
  readonly onAway: (error: AppError) => void;
  /** Milliseconds after the start in which `onAway` is not called, so that the client can connect; 2,000 by default. */
  readonly startMs?: number;
  /** Timeout for Redis in milliseconds, 250 by default. The caller's request waits for up to this long. */
  readonly responseTimeoutMs?: number;
}

export interface RateWindowCount {
  /** The count in the current window, including this call. */
  readonly total: number;
  readonly resetsInMs: number;
}

/** Counts the occurrences of keys. The window of a key begins with the first occurrence of the key. */
export interface RateWindowCounter {
  count(key: string): Promise<RateWindowCount>;
  release(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

export interface RequestCounter {
  /** @param name prefix of the counter's keys, so that counters with different names count separately */
  open(name: string, windowSeconds: number): RateWindowCounter;
  close(): void;
}

/** Milliseconds for which Redis gets no further requests after it did not respond to one. */
const restMs = secondInMs;
/** The limiter library requires a limit. This value is never reached, because the caller decides what to reject. */
const unlimited = Number.MAX_SAFE_INTEGER;

/** Creates counters that all processes share in Redis. While Redis is down, each process counts on its own. */
export function createRequestCounter(options: RequestCounterOptions): RequestCounter {
  const {
    redisUrl,
    prefix = defaultRedisKeyPrefix,
    onAway,
    startMs = 2 * secondInMs,
    responseTimeoutMs = 250,
  } = options;
  const storeClient = connectToRedis(redisUrl, { commandTimeout: responseTimeoutMs });
  const warnFrom = performance.now() + startMs;
  let awayUntil = 0;
  let isAway = false;

  async function preferShared<T>(shared: () => Promise<T>, local: () => Promise<T>): Promise<T> {
    if (performance.now() < awayUntil) return local();
    try {
      const answer = await shared();
      isAway = false;
      return answer;
    } catch (thrown) {
      if (performance.now() > warnFrom) {
        awayUntil = performance.now() + restMs;
        if (!isAway) onAway(toUnavailable(thrown));
        isAway = true;
      }
      return local();
    }
  }

  return {
    open(name, windowSeconds) {
      const rule = { keyPrefix: `${prefix}-count-${name}`, points: unlimited, duration: windowSeconds };
      const shared = new RateLimiterRedis({ ...rule, storeClient, rejectIfRedisNotReady: true });
      const local = new RateLimiterMemory(rule);
      return {
        async count(key) {
          const { consumedPoints, msBeforeNext } = await preferShared(
            () => shared.penalty(key),
            () => local.penalty(key),
          );
          return { total: consumedPoints, resetsInMs: msBeforeNext };
        },
        async release(key) {
          await preferShared(
            () => shared.reward(key),
            () => local.reward(key),
          );
        },
        async forget(key) {
          await Promise.all([
            local.delete(key),
            preferShared(
              () => shared.delete(key),
              async () => true,
            ),
          ]);
        },
      };
    },
    close: () => storeClient.disconnect(),
  };
}

function toUnavailable(thrown: unknown): AppError {
  const { cause } = toAppError(thrown);
  return new AppError(
    'unavailable',
    'Redis is not counting requests. Until Redis responds, each process counts only its own requests, so it rejects fewer of them',
    { cause },
  );
}
