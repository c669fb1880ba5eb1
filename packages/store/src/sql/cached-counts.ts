import { LRUCache } from 'lru-cache';

/** Counts that take less than this many milliseconds are not cached, but concurrent callers share them. */
const slowMs = 5;
const sharedMs = 1;
/**
 * Maximum share of the time that is spent on counting the rows of one filter. The slower a count is, the longer it is
 * cached.
 */
const maxTimeShare = 1 / 200;
/** Maximum time in milliseconds for which a slow count is cached, unless `cacheMs` is longer. */
const maxMs = 20_000;
const maxKept = 500;

type Counted = number | string | object;

/** Returns the result of `count`, or a cached result for the same filter. */
export type CountCache = <T extends Counted>(filter: object, count: () => Promise<T>) => Promise<T>;

/**
 * Creates a cache for slow counts. Every page of a list needs the total, and counting takes longer than reading the
 * page. The slower a count was, the longer it is reused. Concurrent callers share one count.
 * @param cacheMs minimum time in milliseconds for which a slow count is cached; 0 disables the cache
 */
export function createCountCache(cacheMs: number, clock: { now(): number } = performance): CountCache {
  if (cacheMs === 0) return (_filter, count) => count();
  const cache = new LRUCache<string, Counted, () => Promise<Counted>>({
    max: maxKept,
    perf: clock,
    ttlResolution: 0,
    // Return the count even if the cache evicts its entry before the count is known.
    ignoreFetchAbort: true,
    async fetchMethod(_key, _stale, { options, context: count }) {
      const begun = clock.now();
      const total = await count();
      const tookMs = clock.now() - begun;
      options.ttl = tookMs < slowMs ? sharedMs : Math.max(cacheMs, Math.min(tookMs / maxTimeShare, maxMs));
      return total;
    },
  });
  return <T extends Counted>(filter: object, count: () => Promise<T>) =>
    cache.forceFetch(JSON.stringify(filter), { context: count }) as Promise<T>;
}
