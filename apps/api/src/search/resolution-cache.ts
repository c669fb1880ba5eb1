import { createHash } from 'node:crypto';
import type { StatedPassage } from '@refrain/domain';
import { LRUCache } from 'lru-cache';
import { batchesOf } from './batches.ts';

type FindResolutions = (texts: readonly string[]) => Promise<(StatedPassage | null)[]>;

const maxCached = 5_000;
/** Texts per task of the index thread. Each text takes up to 20 ms, and searches wait for the task. */
const textsPerTask = 5;

/** Caches resolutions by text, because the version of a failure stays the same when its text is redacted. */
export function createResolutionCache(find: FindResolutions): FindResolutions {
  const cache = new LRUCache<string, { readonly stated: StatedPassage | null }>({ max: maxCached });
  return async (texts) => {
    const entries = texts.map((text) => ({ text, key: createHash('sha256').update(text).digest('base64') }));
    const found = new Map(entries.map(({ key }) => [key, cache.get(key)]));
    const missing = new Map(entries.flatMap(({ text, key }) => (found.get(key) === undefined ? [[key, text]] : [])));
    for (const batch of batchesOf([...missing], textsPerTask)) {
      const resolutions = await find(batch.map(([, text]) => text));
      for (const [at, [key]] of batch.entries()) {
        const resolution = { stated: resolutions[at] ?? null };
        cache.set(key, resolution);
        found.set(key, resolution);
      }
    }
    return entries.map(({ key }) => found.get(key)?.stated ?? null);
  };
}
