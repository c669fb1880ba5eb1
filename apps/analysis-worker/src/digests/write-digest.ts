import { buildDigest, selectDigestRecordsOfScope } from '@refrain/analysis';
import type { JobHandler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { readDigestSource } from './digest-source.ts';

/** Creates the job that writes a requested digest, unless an equal one exists or nothing has been clustered yet. */
export function createWriteDigestHandler({ store }: { readonly store: Store }): JobHandler<'write-digest'> {
  return async ({ scope, period }) => {
    const measurement = await store.reports.findMeasurement();
    if (measurement === null) return;
    const { source, teams } = await readDigestSource(store, measurement);
    await store.reports.ensureDigest(
      buildDigest({ ...selectDigestRecordsOfScope(source, scope, teams), scope, period }),
    );
  };
}
