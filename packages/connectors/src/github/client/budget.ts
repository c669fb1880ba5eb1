import { AppError } from '@refrain/domain';
import { type RequestBudget, readBudget } from '../../requests/request-budgets.ts';

/** What is left to people and to the account's other tools: a tenth of the hour's requests, and at least this many. */
const minReserve = 50;
const reserveShare = 0.1;
/** Each process knows what is left by its own last answer: so many others' may have taken since, and a hundredth at most. */
const unshared = 20;

/**
 * The budget that an answer tells of; null where it tells of none. Servers of one's own send no such headers unless their
 * limits are turned on, and search has a count of its own.
 * @param wanted what GitHub calls the count that is asked for: `core`, `graphql`
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
    `GitHub takes ${remaining} more of its ${limit} requests an hour, which are left to others: goes on by itself in ${seconds} s`,
    { context: { provider: 'GitHub', retryAfterSeconds: seconds } },
  );
}
