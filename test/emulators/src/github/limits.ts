import { type Budget, createBudget } from '../http/budget.ts';
import type { Route } from '../http/reply.ts';

/**
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api. `off` is a GitHub Enterprise Server as it
 * comes: no limit, no header that speaks of one.
 */
export type GitHubLimits = 'off' | LimitSettings;

export interface LimitSettings {
  /** Requests per window; GitHub gives 5,000 an hour to a user's token. */
  readonly requests?: number;
  readonly windowMs?: number;
  /** Searches a minute; GitHub gives 30. */
  readonly searchesPerMinute?: number;
  /** Points an hour that queries of GraphQL may cost; GitHub gives 5,000. Each that is asked here costs one. */
  readonly queryPoints?: number;
  /** Secondary: points a minute, where a read is one and a write is five; GitHub documents 900. */
  readonly pointsPerMinute?: number;
  /** Secondary: requests under way at one time; GitHub documents 100. */
  readonly concurrent?: number;
  /** Secondary: issues and comments per minute and per hour; GitHub documents 80 and 500. */
  readonly contentPerMinute?: number;
  readonly contentPerHour?: number;
  /** The status that a used-up limit gives; GitHub documents both. */
  readonly exceededStatus?: 403 | 429;
}

const minute = 60_000;
/** GraphQL's secondary limit, of its own beside REST's. */
const queriesPerMinute = 2_000;

/** The limits of one credential. */
export interface Allowance {
  readonly core: Budget;
  readonly search: Budget;
  readonly graphql: Budget;
  /** Counts a request for the secondary limits; the seconds to wait where one is used up, and then it does not count. */
  takeSecondary(route: Route): number | null;
}

/** By credential: two of them do not share a limit. */
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
  /** Seconds until so much is free again; null where it is free now. */
  waitFor(cost: number): number | null;
  take(cost: number): void;
}

/** So much in any span of `ms`. */
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
