import { maxResetMs } from '@refrain/domain';

/** The requests that a provider still accepts, as reported by its last response. */
export interface RequestBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the epoch. */
  readonly resetsAt: number;
}

/**
 * Reads the budget from the headers `<name>-limit`, `-remaining` and `-reset`; null if one of them is missing or not a
 * number, which does not mean 0.
 * @param name in lower case
 * @param toTime converts the reset, an instant or a number of seconds, to milliseconds since the epoch
 */
export function readBudget(
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

/** The last reported budgets, shared by sources so that a job need not send a request to learn that none is left. */
export interface RequestBudgets {
  /**
   * Returns null if the provider reported nothing, or if the budget has been reset since.
   * @param key identifies the credential without revealing it
   */
  find(key: string): RequestBudget | null;
  /** Returns the budget as it is stored: its reset is at most `maxResetMs` away. */
  keep(key: string, budget: RequestBudget): RequestBudget;
}

export function createRequestBudgets(now: () => number = Date.now): RequestBudgets {
  const kept = new Map<string, RequestBudget>();
  return {
    find(key) {
      const found = kept.get(key);
      return found !== undefined && found.resetsAt > now() ? found : null;
    },
    keep(key, budget) {
      for (const [other, { resetsAt }] of kept) if (resetsAt <= now()) kept.delete(other);
      const capped = { ...budget, resetsAt: Math.min(budget.resetsAt, now() + maxResetMs) };
      kept.set(key, capped);
      return capped;
    },
  };
}
