import { createProviderAccess, openOutboundConnections, providers } from '@refrain/connectors';
import { type Connection, secondInMs, toAppError } from '@refrain/domain';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import {
  createJobRunRecorder,
  logError,
  logNewerMigrations,
  measureProviderRequests,
  measureStageLag,
  runProcess,
} from '@refrain/process';
import { createStore, followDatabaseClock } from '@refrain/store';
import { openCatalogueParserThread } from './catalogue/open-catalogue-parser-thread.ts';
import { loadConfig } from './config.ts';
import { createHandlers, maxConcurrentJobs } from './handlers.ts';
import { createIngestDeadLetterLedger } from './parse/job-ledger.ts';
import { listScheduledJobs } from './schedule.ts';

await runProcess({
  name: 'ingest-worker',
  isBackground: true,
  loadConfig: () => loadConfig(process.env),
  async start(config, { log, metrics, onClose, readyWhen }) {
    const store = createStore({ ...config, applicationName: 'refrain-ingest-worker' });
    onClose(store.close);
    logNewerMigrations(log, await store.migrate());
    // A new version may detect failures differently, so all repositories are searched again after an update.
    await store.changes.resetDetections();
    const { now, close: stopClock } = await followDatabaseClock(store);
    onClose(stopClock);
    const producer = createProducer(config);
    onClose(producer.close);
    readyWhen(() => Promise.all([store.ping(), producer.ping()]));
    const limits = createRequestLimits({ ...config, rules: providers.limits });
    onClose(async () => limits.close());
    const outbound = openOutboundConnections(config.privateNetworks);
    const { isErased } = store.retention;
    const { measured, onBudget } = measureProviderRequests(metrics, Date.now, Object.keys(providers.limits));
    const { createSource } = createProviderAccess({
      limits: measured(limits),
      onBudget,
      outbound,
      isErased,
    });
    const { beginWrite, finishWrite } = store.outbox;
    const catalogue = openCatalogueParserThread();
    onClose(catalogue.close);
    const deps = {
      store,
      producer,
      catalogue,
      providers,
      openSource: (connection: Connection, credential: string) =>
        createSource(connection, credential, {
          begin: (write) => beginWrite(connection.id, write),
          complete: finishWrite,
        }),
      now,
      onStageLatency: measureStageLag(metrics),
    };
    const schedule = listScheduledJobs(config);
    const worker = await startWorker({
      redisUrl: config.redisUrl,
      prefix: config.prefix,
      queue: 'ingest',
      concurrency: maxConcurrentJobs,
      handlers: createHandlers(deps, config),
      ledger: createIngestDeadLetterLedger(deps),
      onError: (error, job) => logError(log, error, { job }),
      onRun: createJobRunRecorder(metrics, log, schedule),
    });
    onClose(worker.close);

    // The schedules are renewed every five seconds, because a Redis that was emptied has lost them.
    const ensureSchedule = () =>
      Promise.all([
        ...[...schedule].map(([name, everyMs]) => producer.schedule(name, everyMs)),
        producer.wakeMisdated(),
      ]).catch((thrown) => logError(log, toAppError(thrown)));
    await ensureSchedule();
    const timer = setInterval(ensureSchedule, 5 * secondInMs);
    onClose(async () => clearInterval(timer));
    return {};
  },
});
