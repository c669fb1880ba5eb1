import { LRUCache } from 'lru-cache';

/** Counts that take less than this, in milliseconds, are made anew each time: they are shared within one. */
const slowMs = 5;
const sharedMs = 1;
/** One filter's counts take no more than this part of the time of a processor, unless they would be older than the longest. */
const maxTimeShare = 1 / 200;
const maxMs = 20_000;
/** Filters that are remembered. */
const maxKept = 500;

type Counted = number | string | object;

/** What a count of a filter says, or what one said that is kept. */
export type CountOf = <T extends Counted>(filter: object, count: () => Promise<T>) => Promise<T>;

/**
 * Counting all that a list has takes longer than reading one page of it, and is asked for with each page. So a count that
 * was slow is used again for a while, the longer the slower it was, and those who ask at the same time wait for one.
 * @param cacheMs how old a slow count may be at least, in milliseconds; 0 counts each time
 * @param clock its `now` in milliseconds
 */
export function createCountCache(cacheMs: number, clock: { now(): number } = performance): CountOf {
  if (cacheMs === 0) return (_filter, count) => count();
  const kept = new LRUCache<string, Counted, () => Promise<Counted>>({
    max: maxKept,
    perf: clock,
    ttlResolution: 0,
    // Who asked is answered also where others have taken the place meanwhile.
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
    kept.forceFetch(JSON.stringify(filter), { context: count }) as Promise<T>;
}
