import { createProviderAccess } from '@refrain/connectors';
import { hourInMs, secondInMs, toAppError } from '@refrain/domain';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import { logError, runProcess } from '@refrain/process';
import { createStore } from '@refrain/store';
import { createAuditStream } from './audit-stream.ts';
import { loadConfig } from './config.ts';
import type { IngestDeps } from './deps.ts';
import { createDetectFailures } from './detect-failures.ts';
import { createDetectionLedger } from './detection-ledger.ts';
import { createExpirePayloads } from './expire-payloads.ts';
import { createNormaliseRecords } from './normalise-records.ts';
import { createPullStream } from './pull-stream.ts';
import { createReadCatalogue } from './read-catalogue.ts';
import { createReconcile } from './reconcile.ts';
import { createSuggestCatalogue } from './suggest-catalogue.ts';
import { createSyncConnections } from './sync-connections.ts';
import { createSyncStream } from './sync-stream.ts';
import { createTurns } from './turns.ts';
import { createWatchConnection } from './watch-connection.ts';
import { createWatchConnections } from './watch-connections.ts';

/** Most of them wait for a provider, most of the time. */
const jobsAtATime = 24;

await runProcess({
  name: 'ingest-worker',
  loadConfig: () => loadConfig(process.env),
  async start(config, { log, onClose }) {
    const store = createStore({ ...config, applicationName: 'refrain-ingest-worker' });
    onClose(store.close);
    await store.migrate();
    const producer = createProducer(config);
    onClose(producer.close);
    const limits = createRequestLimits(config);
    onClose(async () => limits.close());
    const deps: IngestDeps = {
      store,
      producer,
      openSource: createProviderAccess({ limits }).createSource,
      now: Date.now,
    };
    const ledger = createDetectionLedger(Date.now);
    const worker = await startWorker({
      redisUrl: config.redisUrl,
      prefix: config.prefix,
      queue: 'ingest',
      concurrency: jobsAtATime,
      handlers: {
        'pull-stream': createPullStream(deps, createTurns(jobsAtATime, Date.now)),
        'normalise-records': createNormaliseRecords(deps),
        'detect-failures': createDetectFailures(deps, ledger),
        reconcile: createReconcile(deps, ledger),
        'sync-connections': createSyncConnections({ ...deps, ...config }),
        'suggest-catalogue': createSuggestCatalogue(deps),
        'sync-stream': createSyncStream(deps),
        'read-catalogue': createReadCatalogue(deps),
        'watch-connections': createWatchConnections(deps),
        'watch-connection': createWatchConnection({ ...deps, publicUrl: config.publicUrl }),
        'audit-stream': createAuditStream(deps),
        'expire-payloads': createExpirePayloads({ ...deps, payloadDays: config.payloadDays }),
      },
      onError: (error, job) => logError(log, error, { job }),
    });
    onClose(worker.close);

    // Asked for again and again: an emptied Redis has lost its schedules too.
    const schedule = () =>
      Promise.all([
        producer.schedule('reconcile', 15 * secondInMs),
        producer.schedule('sync-connections', config.syncEveryMs),
        producer.schedule('watch-connections', config.watchEveryMs),
        producer.schedule('expire-payloads', hourInMs),
      ]).catch((thrown) => logError(log, toAppError(thrown)));
    await schedule();
    const timer = setInterval(schedule, 5 * secondInMs);
    onClose(async () => clearInterval(timer));
    return {};
  },
});
