import { maxRateLimitResetMs, type Provider } from '@refrain/domain';
import { createExpiringMap } from './expiring-map.ts';

export interface RequestBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly resetsAt: number;
}

/**
 * Reads the headers `<name>-limit`, `<name>-remaining` and `<name>-reset`. `toTime` converts a reset to milliseconds
 * since 1970.
 */
export function readRequestBudget(
  headers: Readonly<Record<string, string | number | undefined>>,
  name: string,
  toTime: (reset: number) => number,
): RequestBudget | null {
  const read = (what: string): number => {
    const value = headers[`${name}-${what}`];
    return value === undefined || value === '' ? Number.NaN : Number(value);
  };
  const [limit, remaining, reset] = [read('limit'), read('remaining'), read('reset')];
  if (![limit, remaining, reset].every((value) => Number.isFinite(value) && value >= 0)) return null;
  return { limit, remaining, resetsAt: toTime(reset) };
}

/** The last reported budgets of a process, so that a job knows without a request whether its budget is used up. */
export interface RequestBudgets {
  /** Returns null if no budget was reported, or if its reset time has passed. `key` is a hash of the credential. */
  find(key: string): RequestBudget | null;
  /** Stores and returns a budget. Limits its reset time to `maxRateLimitResetMs` from now. */
  keep(key: string, budget: RequestBudget): RequestBudget;
}

export function createRequestBudgets(now: () => number = Date.now): RequestBudgets {
  const kept = createExpiringMap<RequestBudget>(now);
  return {
    find: (key) => kept.find(key) ?? null,
    keep(key, budget) {
      const capped = { ...budget, resetsAt: Math.min(budget.resetsAt, now() + maxRateLimitResetMs) };
      kept.keep(key, capped, capped.resetsAt);
      return capped;
    },
  };
}

interface ReportedBudget extends RequestBudget {
  readonly connectionId: string;
  readonly provider: Provider;
  /** GitHub has a separate budget for GraphQL. */
  readonly resource: 'graphql' | 'rest';
}

export type RequestBudgetListener = (budget: ReportedBudget) => void;

/** Wraps budgets so that `onBudget` receives each stored budget, unless the account is new and has no id yet. */
export function addRequestBudgetListener(
  budgets: RequestBudgets,
  { id, provider }: { readonly id?: string; readonly provider: Provider },
  onBudget: RequestBudgetListener | undefined,
): RequestBudgets {
  if (onBudget === undefined || id === undefined) return budgets;
  return {
    find: (key) => budgets.find(key),
    keep(key, budget) {
      const kept = budgets.keep(key, budget);
      onBudget({ ...kept, connectionId: id, provider, resource: key.endsWith('/graphql') ? 'graphql' : 'rest' });
      return kept;
    },
  };
}
