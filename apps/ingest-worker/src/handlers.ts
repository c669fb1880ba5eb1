import type { HandlersFor } from '@refrain/jobs';
import { type CatalogueDeps, createReadCatalogue } from './catalogue/read-catalogue.ts';
import { createSuggestCatalogue } from './catalogue/suggest-catalogue.ts';
import { createCheckStream } from './completeness/check-stream.ts';
import type { IngestConfig } from './config.ts';
import { createDetectFailures } from './detect/detect-failures.ts';
import { createCheckConnection } from './health/check-connection.ts';
import { createCheckConnections } from './health/check-connections.ts';
import { createParseRecords } from './parse/parse-records.ts';
import { createReconcile } from './reconcile/reconcile.ts';
import { createErase } from './retention/erase.ts';
import { createExpirePayloads } from './retention/expire-payloads.ts';
import { createRotateKeys } from './retention/rotate-keys.ts';
import { createPullStream } from './sync/pull-stream.ts';
import { createSyncConnections } from './sync/sync-connections.ts';
import { createSyncStream } from './sync/sync-stream.ts';
import { createTimeSlices } from './sync/time-slices.ts';
import type { IngestDeps as SharedDeps } from './worker/deps.ts';

export type IngestDeps = SharedDeps & CatalogueDeps;

/** Many jobs run at a time, because most of them wait for a provider most of the time. */
export const jobsAtATime = 24;

export type IngestSettings = Pick<
  IngestConfig,
  | 'publicUrl'
  | 'payloadDays'
  | 'syncEveryMs'
  | 'fullSyncEveryMs'
  | 'connectionCheckEveryMs'
  | 'completenessCheckEveryMs'
>;

export function createHandlers(deps: IngestDeps, settings: IngestSettings): HandlersFor<'ingest'> {
  const { publicUrl, payloadDays, completenessCheckEveryMs } = settings;
  return {
    'pull-stream': createPullStream(deps, createTimeSlices(jobsAtATime, deps.now)),
    'parse-records': createParseRecords(deps),
    'detect-failures': createDetectFailures(deps),
    reconcile: createReconcile(deps),
    'sync-connections': createSyncConnections({ ...deps, ...settings }),
    'suggest-catalogue': createSuggestCatalogue(deps),
    'sync-stream': createSyncStream(deps),
    'read-catalogue': createReadCatalogue(deps),
    'check-connections': createCheckConnections({ ...deps, ...settings }),
    'check-connection': createCheckConnection({ ...deps, publicUrl }),
    'check-completeness': createCheckStream({ ...deps, completenessCheckEveryMs }),
    'rotate-keys': createRotateKeys(deps),
    erase: createErase(deps),
    'expire-payloads': createExpirePayloads({ ...deps, payloadDays }),
  };
}
