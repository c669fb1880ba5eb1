import { type Budget, createBudget } from '../http/budget.ts';
import type { Route } from '../http/reply.ts';

/**
 * The rate limits by https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api. `off` is the default
 * of a GitHub Enterprise Server: no limit and no header about one.
 */
export type GitHubLimits = 'off' | LimitSettings;

export interface LimitSettings {
  /** Requests per window; GitHub's limit for a user's token is 5,000 an hour. */
  readonly requests?: number;
  readonly windowMs?: number;
  /** Searches a minute; GitHub's limit is 30. */
  readonly searchesPerMinute?: number;
  /** Points an hour for GraphQL queries, of which each costs one here; GitHub's limit is 5,000. */
  readonly queryPoints?: number;
  /** Secondary limit of points a minute, where a read is one and a write is five; GitHub documents 900. */
  readonly pointsPerMinute?: number;
  /** Secondary limit of concurrent requests; GitHub documents 100. */
  readonly concurrent?: number;
  /** Secondary limits of issues and comments per minute and per hour; GitHub documents 80 and 500. */
  readonly contentPerMinute?: number;
  readonly contentPerHour?: number;
  /** The status of a refusal by a limit; GitHub documents both. */
  readonly exceededStatus?: 403 | 429;
}

const minute = 60_000;
/** The secondary limit of GraphQL, which is separate from REST's. */
const queriesPerMinute = 2_000;

/** The limits of one credential. */
export interface Allowance {
  readonly core: Budget;
  readonly search: Budget;
  readonly graphql: Budget;
  /**
   * Counts a request for the secondary limits. If one is used up, returns the seconds to wait and does not count the
   * request.
   */
  takeSecondary(route: Route): number | null;
}

/** Creates separate limits for each credential. */
export function createAllowances(settings: LimitSettings, now: () => number): (key: string) => Allowance {
  const known = new Map<string, Allowance>();
  return (key) => {
    const allowance = known.get(key) ?? createAllowance(settings, now);
    known.set(key, allowance);
    return allowance;
  };
}

function createAllowance(settings: LimitSettings, now: () => number): Allowance {
  const points = createSlidingLimit(settings.pointsPerMinute ?? 900, minute, now);
  const queries = createSlidingLimit(queriesPerMinute, minute, now);
  const content = [
    createSlidingLimit(settings.contentPerMinute ?? 80, minute, now),
    createSlidingLimit(settings.contentPerHour ?? 500, 60 * minute, now),
  ];
  return {
    core: createBudget({ limit: settings.requests ?? 5_000, windowMs: settings.windowMs ?? 60 * minute }, now),
    search: createBudget({ limit: settings.searchesPerMinute ?? 30, windowMs: minute }, now),
    graphql: createBudget({ limit: settings.queryPoints ?? 5_000, windowMs: 60 * minute }, now),
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
  /** Returns the seconds until a cost is available; null if it is now. */
  waitFor(cost: number): number | null;
  take(cost: number): void;
}

/** Allows `limit` in any period of `ms`. */
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
