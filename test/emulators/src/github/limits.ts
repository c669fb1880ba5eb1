import { hourInMs, minuteInMs } from '@refrain/domain';
import { createRateLimitWindow, type RateLimitWindow } from '../http/rate-limit-window.ts';
import type { Route } from '../http/reply.ts';

/**
 * Rate limits as documented at https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api. `off` is the default of a
 * GitHub Enterprise Server: no limits and no rate-limit headers.
 */
export type GitHubRateLimits = 'off' | RateLimitSettings;

export interface RateLimitSettings {
  /** Requests per window; GitHub's limit for the token of a user is 5,000 an hour. */
  readonly requests?: number;
  readonly windowMs?: number;
  /** GraphQL points per hour; each query costs one point here. GitHub's limit is 5,000. */
  readonly queryPoints?: number;
  /** Secondary limit: points per minute, where a read costs one and a write five; GitHub documents 900. */
  readonly pointsPerMinute?: number;
  /** Secondary limit of concurrent requests; GitHub documents 100. */
  readonly concurrent?: number;
  /** Secondary limit of created issues and comments per minute; GitHub documents 80. */
  readonly contentPerMinute?: number;
  /** Response status for a request above a rate limit; GitHub documents 403 and 429. */
  readonly exceededStatus?: 403 | 429;
}

const searchesPerMinute = 30;
/** Secondary limit of GraphQL requests per minute, which is separate from that of REST requests. */
const queriesPerMinute = 2_000;
/** Secondary limit of created issues and comments per hour. */
const contentPerHour = 500;

export interface CallerRateLimits {
  readonly core: RateLimitWindow;
  readonly search: RateLimitWindow;
  readonly graphql: RateLimitWindow;
  /** Counts a request for the secondary limits. If a limit is used up, returns the seconds to wait and does not count the request. */
  takeSecondary(route: Route): number | null;
}

export function createCallerRateLimits(
  settings: RateLimitSettings,
  now: () => number,
): (key: string) => CallerRateLimits {
  const known = new Map<string, CallerRateLimits>();
  return (key) => {
    const allowance = known.get(key) ?? createAllowance(settings, now);
    known.set(key, allowance);
    return allowance;
  };
}

function createAllowance(settings: RateLimitSettings, now: () => number): CallerRateLimits {
  const points = createSlidingLimit(settings.pointsPerMinute ?? 900, minuteInMs, now);
  const queries = createSlidingLimit(queriesPerMinute, minuteInMs, now);
  const content = [
    createSlidingLimit(settings.contentPerMinute ?? 80, minuteInMs, now),
    createSlidingLimit(contentPerHour, hourInMs, now),
  ];
  return {
    core: createRateLimitWindow({ limit: settings.requests ?? 5_000, windowMs: settings.windowMs ?? hourInMs }, now),
    search: createRateLimitWindow({ limit: searchesPerMinute, windowMs: minuteInMs }, now),
    graphql: createRateLimitWindow({ limit: settings.queryPoints ?? 5_000, windowMs: hourInMs }, now),
    takeSecondary(route) {
      const wanted = [
        route.path === '/graphql'
          ? { limit: queries, cost: 1 }
          : { limit: points, cost: route.method === 'get' ? 1 : 5 },
        ...(route.createsContent === true ? content.map((limit) => ({ limit, cost: 1 })) : []),
      ];
      const waits = wanted.flatMap(({ limit, cost }) => limit.waitFor(cost) ?? []);
      if (waits.length > 0) return Math.max(...waits);
      for (const { limit, cost } of wanted) limit.take(cost);
      return null;
    },
  };
}

interface SlidingLimit {
  /** Returns the seconds until a request of this cost is permitted; null if it is permitted now. */
  waitFor(cost: number): number | null;
  take(cost: number): void;
}

function createSlidingLimit(limit: number, ms: number, now: () => number): SlidingLimit {
  const taken: { readonly at: number; readonly cost: number }[] = [];
  let first = 0;
  let sum = 0;

  function forget(): void {
    for (let oldest = taken[first]; oldest !== undefined && oldest.at <= now() - ms; oldest = taken[first]) {
      sum -= oldest.cost;
      first += 1;
    }
    if (first > 1_000) {
      taken.splice(0, first);
      first = 0;
    }
  }
  return {
    waitFor(cost) {
      forget();
      let excess = sum + cost - limit;
      if (excess <= 0) return null;
      let at = first;
      for (; excess > (taken[at]?.cost ?? excess); at += 1) excess -= taken[at]?.cost ?? 0;
      return Math.max(1, Math.ceil(((taken[at]?.at ?? now()) + ms - now()) / 1000));
    },
    take(cost) {
      taken.push({ at: now(), cost });
      sum += cost;
    },
  };
}
