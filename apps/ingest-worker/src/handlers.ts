import type { HandlersFor } from '@refrain/jobs';
import { createAuditStream } from './audit-stream.ts';
import type { IngestConfig } from './config.ts';
import type { IngestDeps } from './deps.ts';
import { createDetectFailures } from './detect-failures.ts';
import { createExpirePayloads } from './expire-payloads.ts';
import { createForget } from './forget.ts';
import { createNormaliseRecords } from './normalise-records.ts';
import { createPullStream } from './pull-stream.ts';
import { createReadCatalogue } from './read-catalogue.ts';
import { createReconcile } from './reconcile.ts';
import { createRotateKeys } from './rotate-keys.ts';
import { createSuggestCatalogue } from './suggest-catalogue.ts';
import { createSyncConnections } from './sync-connections.ts';
import { createSyncStream } from './sync-stream.ts';
import { createTurns } from './turns.ts';
import { createWatchConnection } from './watch-connection.ts';
import { createWatchConnections } from './watch-connections.ts';

export type { IngestDeps } from './deps.ts';

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
