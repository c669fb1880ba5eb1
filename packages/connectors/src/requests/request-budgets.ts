import { maxResetMs } from '@refrain/domain';

/** Requests that a provider still takes, as its last answer told. */
export interface RequestBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the epoch. */
  readonly resetsAt: number;
}

/**
 * The budget that an answer tells of in its headers `<name>-limit`, `-remaining` and `-reset`; null where one of them is
 * missing or no number, which is not 0.
 * @param name in lower case
 * @param toTime makes of the reset, which is an instant or a number of seconds, milliseconds since the epoch
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

/** What the answers told last, kept between sources so that not every job has to ask to learn that nothing is left. */
export interface RequestBudgets {
  /**
   * Null where the provider said nothing, and once the count has started anew.
   * @param key names the credential without telling it
   */
  find(key: string): RequestBudget | null;
  /** Returns the budget as it is kept: its reset is at most `maxResetMs` away. */
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
