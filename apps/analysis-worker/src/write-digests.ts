import { buildDigest, findLastPeriod, listScopes, selectScope } from '@refrain/analysis';
import { type DigestPeriod, dayInMs } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { readDigestSource } from './digest-source.ts';

/** A service or a team without an episode for longer gets no digest of its own. */
const quietAfterMs = 365 * dayInMs;
const organisation = { kind: 'organisation' } as const;

/**
 * Writes the digests of the last week and the last month, of the organisation, each service and each team, once these periods are
 * over. What was written stays as it is.
 */
export function createWriteDigests({ store }: { readonly store: Store }): Handler<'write-digests'> {
  return async (_payload, signal) => {
    const asOf = await store.measurements.findAsOf();
    if (asOf === null) return;
    const due: DigestPeriod[] = [];
    for (const kind of ['week', 'month'] as const) {
      const period = findLastPeriod(kind, Date.parse(asOf));
      if (!(await store.digests.has(organisation, period))) due.push(period);
    }
    const measurement = due.length === 0 ? null : await store.measurements.find();
    if (measurement === null) return;
    const { source, teams } = await readDigestSource(store, measurement);
    const scopes = listScopes(source, teams, Date.parse(asOf) - quietAfterMs);
    for (const period of due) {
      // The organisation's own is written last: as long as it is missing the period is due.
      for (const scope of [...scopes, organisation]) {
        signal.throwIfAborted();
        await store.digests.ensure(buildDigest({ ...selectScope(source, scope, teams), scope, period }));
      }
    }
  };
}
