import { setTimeout as sleep } from 'node:timers/promises';
import {
  AppError,
  type Provider,
  type ProviderRateLimits,
  type RateLimitRule,
  type RequestClass,
} from '@refrain/domain';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { defaultRedisKeyPrefix } from './producer.ts';
import { connectToRedis, type RedisClient } from './redis.ts';

export interface RequestLimitsOptions {
  readonly redisUrl: string;
  /** The limits of each provider. Requests to a provider without limits still wait after a rejection. */
  readonly rules: Readonly<Record<Provider, ProviderRateLimits>>;
  readonly prefix?: string;
  /** Milliseconds that a request may wait for its turn, 20,000 by default. If the turn is later, the job is retried. */
  readonly timeoutMs?: number;
}

/** Request limits of a provider's credential, shared by all processes. */
export interface SharedRequestLimits {
  take(key: string, provider: Provider, cost: RequestClass, signal: AbortSignal): Promise<void>;
  /** If a provider rejects several concurrent requests, they count as one rejection. */
  backOff(key: string, provider: Provider, seconds: number | null): Promise<number>;
  close(): void;
}

/** If Redis takes longer than this to respond, it counts as unavailable, so that requests are not delayed. */
const responseTimeoutMs = 1_000;
/** After this time without rejections, the next rejection causes only the minimum wait again. */
const refusalsForgottenSeconds = 3_600;
const firstBackoffSeconds = 60;
const maxBackoffSeconds = 3_600;

/** Creates request limits that all processes share in Redis. While Redis is down, each process counts on its own. */
export function createRequestLimits(options: RequestLimitsOptions): SharedRequestLimits {
  const { redisUrl, rules, prefix = defaultRedisKeyPrefix, timeoutMs = 20_000 } = options;
  const client = connectToRedis(redisUrl, { commandTimeout: responseTimeoutMs });
  const nameOf = (provider: Provider, { name }: RateLimitRule): string => `${prefix}-limit-${provider}-${name}`;
  const limiters = new Map<string, RateLimiterRedis>();
  const refusals = createLimiter(client, `${prefix}-refusals`, { points: 1_000, seconds: refusalsForgottenSeconds });
  const bursts = createLimiter(client, `${prefix}-bursts`, { points: 1, seconds: 1 });

  function rulesOf(provider: Provider): ProviderRateLimits {
    return rules[provider] ?? withoutLimits(provider);
  }

  function limiterOf(provider: Provider, rule: RateLimitRule): RateLimiterRedis {
    const name = nameOf(provider, rule);
    const limiter = limiters.get(name) ?? createLimiter(client, name, rule);
    limiters.set(name, limiter);
    return limiter;
  }

  return {
    async take(key, provider, cost, signal) {
      const patienceEnds = performance.now() + timeoutMs;
      for (const { rule, points } of rulesOf(provider).byCost[cost]) {
        const limiter = limiterOf(provider, rule);
        for (;;) {
          const waitMs = await msUntilSlot(limiter, key, points);
          if (waitMs === 0) break;
          if (performance.now() + waitMs > patienceEnds) throw tooFar(rulesOf(provider), waitMs);
          await pause(waitMs, signal);
        }
      }
    },
    async backOff(key, provider, seconds) {
      const { main: rule } = rulesOf(provider);
      const limiter = limiterOf(provider, rule);
      const name = `${provider}-${key}`;
      const leftSeconds = ((await limiter.get(key))?.msBeforeNext ?? 0) / 1_000;
      const isHeld = leftSeconds > rule.seconds;
      const isFirst = !isHeld && (await isAllowed(bursts, name));
      const counted = isFirst ? await refusals.penalty(name) : await refusals.get(name);
      const doubled = firstBackoffSeconds * 2 ** Math.min(Math.max(counted?.consumedPoints ?? 1, 1) - 1, 10);
      const waitSeconds = seconds ?? (isHeld ? 0 : doubled);
      const hold = Math.ceil(Math.min(Math.max(waitSeconds, leftSeconds, 1), maxBackoffSeconds));
      if (isFirst || waitSeconds > leftSeconds) await limiter.block(key, hold);
      return hold;
    },
    close: () => client.disconnect(),
  };
}

function createLimiter(
  storeClient: RedisClient,
  keyPrefix: string,
  { points, seconds: duration }: Pick<RateLimitRule, 'points' | 'seconds'>,
): RateLimiterRedis {
  return new RateLimiterRedis({
    storeClient,
    keyPrefix,
    points,
    duration,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration }),
  });
}

async function isAllowed(limiter: RateLimiterRedis, key: string): Promise<boolean> {
  return (await msUntilSlot(limiter, key, 1)) === 0;
}

/** Returns the milliseconds to wait, 0 to send now. Random jitter spreads requests that wait for the same window. */
async function msUntilSlot(limiter: RateLimiterRedis, key: string, points: number): Promise<number> {
  try {
    await limiter.consume(key, points);
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof RateLimiterRes)) throw thrown;
    return Math.max(thrown.msBeforeNext, 1) + Math.random() * 50;
  }
}

/** Returns rules for a provider whose limits are unknown: requests wait only after the provider rejected a request. */
function withoutLimits(providerName: Provider): ProviderRateLimits {
  const main: RateLimitRule = { name: 'requests', points: 1_000_000, seconds: 1 };
  const once = [{ rule: main, points: 1 }];
  return { providerName, main, byCost: { read: once, write: once, content: once, search: once } };
}

function tooFar({ providerName: name }: ProviderRateLimits, waitMs: number): AppError {
  const seconds = Math.ceil(waitMs / 1_000);
  return new AppError(
    'rate_limited',
    `${name} has received the maximum number of requests. Requests continue automatically in ${seconds} s`,
    {
      context: { provider: name, retryAfterSeconds: seconds },
    },
  );
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {
    throw new AppError('unavailable', 'The request was aborted while it waited for its turn. Try again');
  });
}
