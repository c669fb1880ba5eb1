import { AppError } from '@refrain/domain';
import { type RequestBudget, readBudget } from '../../requests/request-budgets.ts';

/** Reserved for people and the account's other tools: a tenth of the hour's requests, and at least this many. */
const minReserve = 50;
const reserveShare = 0.1;
/**
 * The most requests that other processes are assumed to have sent since this process's last response, limited to a
 * hundredth of the budget.
 */
const unshared = 20;

/**
 * Reads the budget that a response reports; null if it reports none. Self-hosted servers send such headers only if
 * their limits are turned on, and search has a separate budget.
 * @param wanted GitHub's name of the budget: `core`, `graphql`
 */
export function budgetOf(
  headers: Readonly<Record<string, string | number | undefined>>,
  wanted: 'core' | 'graphql',
): RequestBudget | null {
  const resource = headers['x-ratelimit-resource'];
  if ((resource ?? 'core') !== wanted) return null;
  return readBudget(headers, 'x-ratelimit', (reset) => reset * 1_000);
}

/**
 * Throws if the budget is used up.
 * @param urgent whether a person waits: then the reserve may be used
 * @throws {AppError} `rate_limited` with `retryAfterSeconds`
 */
export function checkBudget(budget: RequestBudget | null, urgent: boolean, now: number): void {
  if (budget === null) return;
  const reserve = urgent
    ? Math.min(unshared, budget.limit / 100)
    : Math.min(Math.max(budget.limit * reserveShare, minReserve), budget.limit / 2);
  if (budget.remaining > reserve) return;
  const seconds = Math.max(Math.ceil((budget.resetsAt - now) / 1_000) + 1, 1);
  const { limit, remaining } = budget;
  throw new AppError(
    'rate_limited',
    `GitHub accepts ${remaining} more of its ${limit} requests an hour, which are reserved for others: continues automatically in ${seconds} s`,
    { context: { provider: 'GitHub', retryAfterSeconds: seconds } },
  );
}
