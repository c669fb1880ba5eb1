import { createSource } from '@refrain/connectors';
import { minuteInMs, secondInMs, toAppError } from '@refrain/domain';
import { createProducer, startWorker } from '@refrain/jobs';
import { loadPlatformConfig, logError, runProcess } from '@refrain/process';
import { createStore } from '@refrain/store';
import type { IngestDeps } from './deps.ts';
import { createDetectReverts } from './detect-reverts.ts';
import { createDetectionLedger } from './detection-ledger.ts';
import { createNormaliseRecords } from './normalise-records.ts';
import { createPullStream } from './pull-stream.ts';
import { createReconcile } from './reconcile.ts';
import { createSyncConnections } from './sync-connections.ts';

await runProcess({
  name: 'ingest-worker',
  loadConfig: () => loadPlatformConfig(process.env),
  async start(config, { log, onClose }) {
    const store = createStore({ ...config, applicationName: 'refrain-ingest-worker' });
    onClose(store.close);
    await store.migrate();
    const producer = createProducer(config);
    onClose(producer.close);
    const deps: IngestDeps = { store, producer, openSource: createSource, now: Date.now };
    const ledger = createDetectionLedger();
    const worker = await startWorker({
      redisUrl: config.redisUrl,
      prefix: config.prefix,
      queue: 'ingest',
      concurrency: 8,
      handlers: {
        'pull-stream': createPullStream(deps),
        'normalise-records': createNormaliseRecords(deps),
        'detect-reverts': createDetectReverts(deps, ledger),
        reconcile: createReconcile(deps, ledger),
        'sync-connections': createSyncConnections(deps),
      },
      onError: (error, job) => logError(log, error, { job }),
    });
    onClose(worker.close);

    // Asked for again and again: an emptied Redis has lost its schedules too.
    const schedule = () =>
      Promise.all([
        producer.schedule('reconcile', 15 * secondInMs),
        producer.schedule('sync-connections', 5 * minuteInMs),
      ]).catch((thrown) => logError(log, toAppError(thrown)));
    await schedule();
    const timer = setInterval(schedule, 5 * secondInMs);
    onClose(async () => clearInterval(timer));
    return {};
  },
});
