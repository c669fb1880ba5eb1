import { hourInMs, minuteInMs } from '@refrain/domain';
import type { Exchange } from '@refrain/emulators';

export interface RequestCount {
  readonly github: number;
  readonly pagerduty: number;
  /** Number of GitHub responses with status 304, which do not count towards the hourly limit. */
  readonly unchanged: number;
  /** Number of rate-limit responses: status 429, and status 403 from GitHub if it is about a rate limit. */
  readonly refused: number;
  /** Highest number of GitHub's rate-limit points used in any minute; GitHub allows 900. */
  readonly maxPointsPerMinute: number;
  /** Number of requests by path. The parts that identify a repository or incident are removed from the path. */
  readonly byPath: Readonly<Record<string, number>>;
}

export interface RequestCounter {
  readonly onExchange: (exchange: Exchange) => void;
  take(): RequestCount;
  /** Returns the lowest remaining share of GitHub's hourly budget so far; 1 if no response reported the budget. */
  minRemaining(): number;
  chargedByHour(): number[];
}

/** Creates a counter of requests. `now` returns the time of the emulators' clock in milliseconds since 1970. */
export function createRequestCounter(now: () => number): RequestCounter {
  const startedAt = now();
  const hours: number[] = [];
  let least = 1;
  let exchanges: Exchange[] = [];

  return {
    onExchange(exchange) {
      const { provider, status, responseHeaders } = exchange;
      exchanges.push({
        ...exchange,
        requestBody: undefined,
        responseBody: isRefusal(exchange) ? 'refused' : undefined,
      });
      if (provider !== 'github') return;
      const hour = Math.floor((now() - startedAt) / hourInMs);
      hours[hour] = (hours[hour] ?? 0) + (status === 304 ? 0 : 1);
      const [limit, remaining] = [
        Number(responseHeaders['x-ratelimit-limit']),
        Number(responseHeaders['x-ratelimit-remaining']),
      ];
      if (responseHeaders['x-ratelimit-resource'] === 'core' && limit > 0) least = Math.min(least, remaining / limit);
    },
    take() {
      const taken = exchanges;
      exchanges = [];
      const of = (provider: Exchange['provider']) => taken.filter((exchange) => exchange.provider === provider);
      const byPath: Record<string, number> = {};
      for (const { provider, path } of taken) {
        const name = `${provider} ${generalPath(path)}`;
        byPath[name] = (byPath[name] ?? 0) + 1;
      }
      return {
        github: of('github').length,
        pagerduty: of('pagerduty').length,
        unchanged: of('github').filter(({ status }) => status === 304).length,
        refused: taken.filter(({ responseBody }) => responseBody === 'refused').length,
        maxPointsPerMinute: countBusiestMinute(of('github')),
        byPath,
      };
    },
    minRemaining: () => least,
    chargedByHour: () => Array.from(hours, (count) => count ?? 0),
  };
}

/** Returns whether a response refuses a request because of a rate limit. GitHub uses 403 also for missing permissions. */
function isRefusal({ status, responseBody }: Exchange): boolean {
  return status === 429 || (status === 403 && /rate limit/iu.test(JSON.stringify(responseBody ?? '')));
}

/** Returns the highest number of points in any minute: a read costs one, a write five. GraphQL has a separate limit. */
function countBusiestMinute(exchanges: readonly Exchange[]): number {
  const points = exchanges
    .filter(({ path }) => path !== '/graphql')
    .map(({ at, method }) => ({ at: Date.parse(at), cost: method === 'GET' ? 1 : 5 }));
  let [first, sum, maximum] = [0, 0, 0];
  for (const { at, cost } of points) {
    sum += cost;
    for (let oldest = points[first]; oldest !== undefined && oldest.at <= at - minuteInMs; oldest = points[first]) {
      sum -= oldest.cost;
      first += 1;
    }
    maximum = Math.max(maximum, sum);
  }
  return maximum;
}

function generalPath(path: string): string {
  return path
    .replace(/^\/repos\/[^/]+\/[^/]+/u, '/repos/…')
    .replace(/^\/repositories\/\d+/u, '/repos/…')
    .replace(/\/(?:[A-Z\d]{6,}|\d+|[\da-f]{40})(?=\/|$)/gu, '/…');
}
