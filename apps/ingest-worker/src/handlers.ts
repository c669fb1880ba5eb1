import type { JobHandlersOfQueue } from '@refrain/jobs';
import type { PlatformConfig } from '@refrain/process';
import { type CatalogueDeps, createReadCatalogueHandler } from './catalogue/read-catalogue.ts';
import { createSuggestCatalogueHandler } from './catalogue/suggest-catalogue.ts';
import { createCheckStreamHandler } from './completeness/check-stream.ts';
import type { IngestConfig } from './config.ts';
import { createDetectFailuresHandler } from './detect/detect-failures.ts';
import { createCheckConnectionHandler } from './health/check-connection.ts';
import { createCheckConnectionsHandler } from './health/check-connections.ts';
import { createParseRecordsHandler } from './parse/parse-records.ts';
import { createReconcileHandler } from './reconcile/reconcile.ts';
import { createEraseHandler } from './retention/erase.ts';
import { createExpirePayloadsHandler } from './retention/expire-payloads.ts';
import { createRotateKeysHandler } from './retention/rotate-keys.ts';
import { createPullStreamHandler } from './sync/pull-stream.ts';
import { createSyncConnectionsHandler } from './sync/sync-connections.ts';
import { createSyncStreamHandler } from './sync/sync-stream.ts';
import { createTimeSlices } from './sync/time-slices.ts';
import type { IngestDeps } from './worker/deps.ts';

export type IngestHandlersDeps = IngestDeps & CatalogueDeps;

/** Many jobs run at a time, because most of them wait for a provider most of the time. */
export const maxConcurrentJobs = 24;

export function createHandlers(
  deps: IngestHandlersDeps,
  settings: Omit<IngestConfig, keyof PlatformConfig>,
): JobHandlersOfQueue<'ingest'> {
  const configured = { ...deps, ...settings };
  return {
    'pull-stream': createPullStreamHandler(deps, createTimeSlices(maxConcurrentJobs, deps.now)),
    'parse-records': createParseRecordsHandler(deps),
    'detect-failures': createDetectFailuresHandler(deps),
    reconcile: createReconcileHandler(deps),
    'sync-connections': createSyncConnectionsHandler(configured),
    'suggest-catalogue': createSuggestCatalogueHandler(deps),
    'sync-stream': createSyncStreamHandler(deps),
    'read-catalogue': createReadCatalogueHandler(deps),
    'check-connections': createCheckConnectionsHandler(configured),
    'check-connection': createCheckConnectionHandler(configured),
    'check-completeness': createCheckStreamHandler(configured),
    'rotate-keys': createRotateKeysHandler(deps),
    erase: createEraseHandler(deps),
    'expire-payloads': createExpirePayloadsHandler(configured),
  };
}
