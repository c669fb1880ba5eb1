import { buildDigest, selectScope } from '@refrain/analysis';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { readDigestSource } from './digest-source.ts';

/**
 * Creates the job that writes a requested digest, unless one with the same content exists. Before the first clustering the job does
 * nothing.
 */
export function createWriteDigest({ store }: { readonly store: Store }): Handler<'write-digest'> {
  return async ({ scope, period }) => {
    const measurement = await store.reports.findMeasurement();
    if (measurement === null) return;
    const { source, teams } = await readDigestSource(store, measurement);
    await store.reports.ensureDigest(buildDigest({ ...selectScope(source, scope, teams), scope, period }));
  };
}
