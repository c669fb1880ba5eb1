import { AppError } from '@refrain/domain';
import { type RequestBudget, readBudget } from '../../requests/request-budgets.ts';

/** At least this many requests of each hour are reserved for people and other tools. */
const minReserve = 50;
const reserveShare = 0.1;
/** Safety margin for requests that other processes sent since the last response; at most 1 % of the budget. */
const maxUnseen = 20;

/** Reads the remaining budget from response headers; null on servers without rate limits. */
export function readGitHubBudget(
  headers: Readonly<Record<string, string | number | undefined>>,
  wanted: 'core' | 'graphql',
): RequestBudget | null {
  const resource = headers['x-ratelimit-resource'];
  if ((resource ?? 'core') !== wanted) return null;
  return readBudget(headers, 'x-ratelimit', (reset) => reset * 1_000);
}

/**
 * Throws `rate_limited` with `retryAfterSeconds` if the budget is used up.
 * @param urgent whether a person waits, so that the reserve may be used
 */
export function throwIfBudgetUsedUp(budget: RequestBudget | null, urgent: boolean, now: number): void {
  if (budget === null) return;
  const reserve = urgent
    ? Math.min(maxUnseen, budget.limit / 100)
    : Math.min(Math.max(budget.limit * reserveShare, minReserve), budget.limit / 2);
  if (budget.remaining > reserve) return;
  const seconds = Math.max(Math.ceil((budget.resetsAt - now) / 1_000) + 1, 1);
  const { limit, remaining } = budget;
  throw new AppError(
    'rate_limited',
    `Of GitHub's ${limit} requests an hour, the last ${remaining} are reserved for others: Refrain continues automatically in ${seconds} s`,
    { context: { provider: 'GitHub', retryAfterSeconds: seconds } },
  );
}
