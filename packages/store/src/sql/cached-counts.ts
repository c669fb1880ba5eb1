import { LRUCache } from 'lru-cache';

/** Counts that take less than this many milliseconds are not cached, but shared for a millisecond. */
const slowMs = 5;
const sharedMs = 1;
/** The maximum share of processor time for one filter's counts, unless they would become older than the limit. */
const maxTimeShare = 1 / 200;
const maxMs = 20_000;
/** The maximum number of cached filters. */
const maxKept = 500;

type Counted = number | string | object;

/** Returns the result of a count, possibly from the cache. */
export type CountOf = <T extends Counted>(filter: object, count: () => Promise<T>) => Promise<T>;

/**
 * Creates a cache for slow counts. Counting a whole list takes longer than reading a page, and every page needs the
 * count. A slow count is reused for some time, longer the slower it was, and concurrent callers share one count.
 * @param cacheMs the minimum time in milliseconds for which a slow count is cached; 0 disables the cache
 * @param clock its `now` in milliseconds
 */
export function createCountCache(cacheMs: number, clock: { now(): number } = performance): CountOf {
  if (cacheMs === 0) return (_filter, count) => count();
  const cache = new LRUCache<string, Counted, () => Promise<Counted>>({
    max: maxKept,
    perf: clock,
    ttlResolution: 0,
    // A caller gets its result even if the entry was evicted before.
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
