import { createHash } from 'node:crypto';
import type { StatedResolution } from '@refrain/domain';
import { LRUCache } from 'lru-cache';
import { batchesOf } from './batches.ts';

type FindResolutions = (texts: readonly string[]) => Promise<(StatedResolution | null)[]>;

/** Maximum number of cached resolutions; a quotation has about 400 characters. */
const maxKept = 5_000;
/** Texts per task of the thread. Each takes up to 20 ms, and searches wait for the task. */
const textsAtOnce = 5;

/** Caches resolutions by text. A version of a failure is no key: redaction of a name changes the text but not the version. */
export function createResolutionCache(find: FindResolutions): FindResolutions {
  const kept = new LRUCache<string, { readonly stated: StatedResolution | null }>({ max: maxKept });
  return async (texts) => {
    const entries = texts.map((text) => ({ text, key: createHash('sha256').update(text).digest('base64') }));
    const found = new Map(entries.map(({ key }) => [key, kept.get(key)]));
    const missing = new Map(entries.flatMap(({ text, key }) => (found.get(key) === undefined ? [[key, text]] : [])));
    for (const batch of batchesOf([...missing], textsAtOnce)) {
      const resolutions = await find(batch.map(([, text]) => text));
      for (const [at, [key]] of batch.entries()) {
        const resolution = { stated: resolutions[at] ?? null };
        kept.set(key, resolution);
        found.set(key, resolution);
      }
    }
    return entries.map(({ key }) => found.get(key)?.stated ?? null);
  };
}
