/** Counts that take less than this, in milliseconds, are made anew each time. */
const slowMs = 5;
/** Filters that are remembered. */
const mostKept = 500;

/** What a count of a filter says, or what one said that is kept. */
export type CountOf = <T>(filter: object, count: () => Promise<T>) => Promise<T>;

interface Kept {
  readonly total: Promise<unknown>;
  readonly until: number;
}

/**
 * Counting all that a list has takes longer than reading one page of it, and is asked for with each page. So a count that
 * was slow is used again for a while, and those who ask at the same time wait for one.
 * @param keepForMs how old a count may be, in milliseconds; 0 counts each time
 * @param now a clock in milliseconds
 */
export function createKeptCounts(keepForMs: number, now: () => number = () => performance.now()): CountOf {
  const kept = new Map<string, Kept>();

  async function make<T>(key: string, count: () => Promise<T>): Promise<T> {
    const begun = now();
    try {
      const total = await count();
      if (now() - begun < slowMs) kept.delete(key);
      return total;
    } catch (thrown) {
      kept.delete(key);
      throw thrown;
    }
  }

  return <T>(filter: object, count: () => Promise<T>) => {
    if (keepForMs === 0) return count();
    const key = JSON.stringify(filter);
    const known = kept.get(key);
    if (known !== undefined && known.until > now()) return known.total as Promise<T>;
    if (kept.size >= mostKept) kept.clear();
    const total = make(key, count);
    kept.set(key, { total, until: now() + keepForMs });
    return total;
  };
}
