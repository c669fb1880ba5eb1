import { buildDigest, selectScope } from '@refrain/analysis';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { readDigestSource } from './digest-source.ts';

/** Writes the digest that someone asked for; one of the same content is there already. Nothing before the first regrouping. */
export function createWriteDigest({ store }: { readonly store: Store }): Handler<'write-digest'> {
  return async ({ scope, period }) => {
    const measurement = await store.measurements.find();
    if (measurement === null) return;
    const { source, teams } = await readDigestSource(store, measurement);
    await store.digests.ensure(buildDigest({ ...selectScope(source, scope, teams), scope, period }));
  };
}
