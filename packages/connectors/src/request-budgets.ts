/** Requests that a provider still takes, as its last answer told. */
export interface RequestBudget {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds since the epoch. */
  readonly resetsAt: number;
}

/** What the answers told last, kept between sources so that not every job has to ask to learn that nothing is left. */
export interface RequestBudgets {
  /**
   * Null where the provider said nothing, and once the count has started anew.
   * @param key names the credential without telling it
   */
  find(key: string): RequestBudget | null;
  keep(key: string, budget: RequestBudget): void;
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
      kept.set(key, budget);
    },
  };
}
