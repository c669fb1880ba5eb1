import { AppError, secondInMs, toAppError } from '@refrain/domain';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { defaultPrefix } from './producer.ts';
import { connect } from './redis.ts';

export interface RequestCounterOptions {
  readonly redisUrl: string;
  /** Before every key in Redis; the processes that count together must agree on it. */
  readonly prefix?: string;
  /** Told once each time that Redis goes away: from then on each process counts by itself. */
  readonly onAway: (error: AppError) => void;
  /** Milliseconds at the start in which `onAway` is not called, since the connection is still being made; 2,000 by default. */
  readonly startMs?: number;
  /** Milliseconds within which Redis has to answer; 250 by default. Whoever sends us a request must not wait longer for it. */
  readonly responseTimeoutMs?: number;
}

export interface Counted {
  /** In this window, the one that was just counted included. */
  readonly total: number;
  readonly resetsInMs: number;
}

/** How often each of many keys was seen in a window, which begins with its first one. */
export interface WindowCounter {
  count(key: string): Promise<Counted>;
  release(key: string): Promise<void>;
  forget(key: string): Promise<void>;
}

export interface RequestCounter {
  /** @param name tells its keys from those of other counters */
  open(name: string, windowSeconds: number): WindowCounter;
  close(): void;
}

/** How long Redis is left alone after it did not answer. */
const restMs = secondInMs;
/** `penalty` counts without refusing: who counts decides. */
const unlimited = Number.MAX_SAFE_INTEGER;

/** Counts in Redis, for all processes. While Redis is away each process counts its own and goes on. */
export function createRequestCounter(options: RequestCounterOptions): RequestCounter {
  const { redisUrl, prefix = defaultPrefix, onAway, startMs = 2 * secondInMs, responseTimeoutMs = 250 } = options;
  const storeClient = connect(redisUrl, { commandTimeout: responseTimeoutMs });
  const warnFrom = performance.now() + startMs;
  let awayUntil = 0;
  let isAway = false;

  async function preferShared<T>(shared: () => Promise<T>, own: () => Promise<T>): Promise<T> {
    if (performance.now() < awayUntil) return own();
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
      return own();
    }
  }

  return {
    open(name, windowSeconds) {
      const rule = { keyPrefix: `${prefix}-count-${name}`, points: unlimited, duration: windowSeconds };
      const shared = new RateLimiterRedis({ ...rule, storeClient, rejectIfRedisNotReady: true });
      const own = new RateLimiterMemory(rule);
      return {
        async count(key) {
          const { consumedPoints, msBeforeNext } = await preferShared(
            () => shared.penalty(key),
            () => own.penalty(key),
          );
          return { total: consumedPoints, resetsInMs: msBeforeNext };
        },
        async release(key) {
          await preferShared(
            () => shared.reward(key),
            () => own.reward(key),
          );
        },
        async forget(key) {
          await Promise.all([
            own.delete(key),
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
    'Redis does not count requests: each process counts its own until it answers again, so limits are looser',
    { cause },
  );
}
