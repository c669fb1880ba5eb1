import { buildDigest } from '@refrain/analysis';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { readDigestSource, withinScope } from './digest-source.ts';

/** Writes the digest that someone asked for; one of the same content is there already. Nothing before the first regrouping. */
export function createWriteDigest({ store }: { readonly store: Store }): Handler<'write-digest'> {
  return async ({ scope, period }) => {
    const measurement = await store.measurements.find();
    if (measurement === null) return;
    const { whole } = await readDigestSource(store, measurement);
    await store.digests.ensure(buildDigest({ ...withinScope(whole, scope), scope, period }));
  };
}
