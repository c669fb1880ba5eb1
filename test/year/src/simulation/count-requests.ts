import type { Exchange } from '@refrain/emulators';

export interface RequestCount {
  readonly github: number;
  readonly pagerduty: number;
  /** Of GitHub's, those that were answered by 304, and so are free of the hour's budget. */
  readonly unchanged: number;
  /** Refusals for coming too often: 429, and GitHub's 403 of that kind. */
  readonly refused: number;
  /** The most of GitHub's 900 points that any minute took. */
  readonly maxPointsPerMinute: number;
  /** By what was asked for: a path without what differs from one repository or incident to the next. */
  readonly byPath: Readonly<Record<string, number>>;
}

export interface RequestCounter {
  readonly onExchange: (exchange: Exchange) => void;
  /** Since it was asked last. */
  take(): RequestCount;
  /** The least of GitHub's budget that was ever left, as a part of it; 1 where no answer told. */
  minRemaining(): number;
  /** What GitHub's budget was charged in each hour, in their order. */
  chargedByHour(): number[];
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** @param now milliseconds since 1970, by the emulators' clock */
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
      const hour = Math.floor((now() - startedAt) / hourMs);
      hours[hour] = (hours[hour] ?? 0) + (status === 304 ? 0 : 1);
      const [limit, left] = [
        Number(responseHeaders['x-ratelimit-limit']),
        Number(responseHeaders['x-ratelimit-remaining']),
      ];
      if (responseHeaders['x-ratelimit-resource'] === 'core' && limit > 0) least = Math.min(least, left / limit);
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

/** GitHub says by 403 also what is forbidden. */
function isRefusal({ status, responseBody }: Exchange): boolean {
  return status === 429 || (status === 403 && /rate limit/iu.test(JSON.stringify(responseBody ?? '')));
}

/** In any minute, not in those of the clock: a read is a point, a write five. Queries have 2,000 points of their own. */
function countBusiestMinute(exchanges: readonly Exchange[]): number {
  const points = exchanges
    .filter(({ path }) => path !== '/graphql')
    .map(({ at, method }) => ({ at: Date.parse(at), cost: method === 'GET' ? 1 : 5 }));
  let [first, sum, most] = [0, 0, 0];
  for (const { at, cost } of points) {
    sum += cost;
    for (let oldest = points[first]; oldest !== undefined && oldest.at <= at - minuteMs; oldest = points[first]) {
      sum -= oldest.cost;
      first += 1;
    }
    most = Math.max(most, sum);
  }
  return most;
}

function generalPath(path: string): string {
  return path
    .replace(/^\/repos\/[^/]+\/[^/]+/u, '/repos/…')
    .replace(/^\/repositories\/\d+/u, '/repos/…')
    .replace(/\/(?:[A-Z\d]{6,}|\d+|[\da-f]{40})(?=\/|$)/gu, '/…');
}
