import type { HandlersFor } from '@refrain/jobs';
import { createReadCatalogue } from './catalogue/read-catalogue.ts';
import { createSuggestCatalogue } from './catalogue/suggest-catalogue.ts';
import { createAuditStream } from './completeness/check-stream.ts';
import type { IngestConfig } from './config.ts';
import { createDetectFailures } from './detect/detect-failures.ts';
import { createWatchConnection } from './health/check-connection.ts';
import { createWatchConnections } from './health/check-connections.ts';
import { createNormaliseRecords } from './parse/parse-records.ts';
import { createReconcile } from './reconcile/reconcile.ts';
import { createForget } from './retention/erase.ts';
import { createExpirePayloads } from './retention/expire-payloads.ts';
import { createRotateKeys } from './retention/rotate-keys.ts';
import { createPullStream } from './sync/pull-stream.ts';
import { createSyncConnections } from './sync/sync-connections.ts';
import { createSyncStream } from './sync/sync-stream.ts';
import { createTurns } from './sync/time-slices.ts';
import type { IngestDeps } from './worker/deps.ts';

export type { IngestDeps } from './worker/deps.ts';

/** Most of them wait for a provider, most of the time. */
export const jobsAtATime = 24;

export type IngestSettings = Pick<
  IngestConfig,
  'publicUrl' | 'payloadDays' | 'syncEveryMs' | 'fullSyncEveryMs' | 'watchEveryMs' | 'compareEveryMs'
>;

/** All that the ingest worker does, without the queue that asks for it. */
export function createHandlers(deps: IngestDeps, settings: IngestSettings): HandlersFor<'ingest'> {
  return {
    'pull-stream': createPullStream(deps, createTurns(jobsAtATime, deps.now)),
    'normalise-records': createNormaliseRecords(deps),
    'detect-failures': createDetectFailures(deps),
    reconcile: createReconcile(deps),
    'sync-connections': createSyncConnections({ ...deps, ...settings }),
    'suggest-catalogue': createSuggestCatalogue(deps),
    'sync-stream': createSyncStream(deps),
    'read-catalogue': createReadCatalogue(deps),
    'watch-connections': createWatchConnections({ ...deps, ...settings }),
    'watch-connection': createWatchConnection({ ...deps, publicUrl: settings.publicUrl }),
    'audit-stream': createAuditStream({ ...deps, compareEveryMs: settings.compareEveryMs }),
    'rotate-keys': createRotateKeys(deps),
    forget: createForget(deps),
    'expire-payloads': createExpirePayloads({ ...deps, payloadDays: settings.payloadDays }),
  };
}
