import { createProviderAccess, openOutboundConnections, providers } from '@refrain/connectors';
import type { AppError } from '@refrain/domain';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import {
  createJobRunRecorder,
  logError,
  logNewerMigrations,
  measureProviderRequests,
  runProcess,
} from '@refrain/process';
import { createStore, followDatabaseClock } from '@refrain/store';
import { loadConfig } from './config.ts';
import { createHandlers } from './handlers.ts';
import { createWriteIncidentNoteHandler } from './notes/write-note.ts';
import { createCheckPullRequestHandler } from './precheck/check-pull.ts';
import { openPrecheckThread } from './precheck/open-precheck-thread.ts';

await runProcess({
  name: 'improvement-worker',
  isBackground: true,
  loadConfig: () => loadConfig(process.env),
  async start(config, { log, metrics, onClose, readyWhen }) {
    const store = createStore({ ...config, applicationName: 'refrain-improvement-worker' });
    onClose(store.close);
    logNewerMigrations(log, await store.migrate());
    const { now, close: stopClock } = await followDatabaseClock(store);
    onClose(stopClock);
    const producer = createProducer(config);
    onClose(producer.close);
    readyWhen(() => Promise.all([store.ping(), producer.ping()]));
    const limits = createRequestLimits({ ...config, rules: providers.limits });
    onClose(async () => limits.close());
    const { measured, onBudget } = measureProviderRequests(metrics, Date.now, Object.keys(providers.limits));
    const outbound = openOutboundConnections(config.privateNetworks);
    const access = createProviderAccess({ limits: measured(limits), onBudget, outbound });
    const precheck = openPrecheckThread(config);
    onClose(precheck.close);
    const { publicUrl, redisUrl, prefix } = config;
    const queueOptions = {
      redisUrl,
      prefix,
      ledger: store.operations,
      onError: (error: AppError, job: object) => logError(log, error, { job }),
      onRun: createJobRunRecorder(metrics, log),
    };
    const worker = await startWorker({
      ...queueOptions,
      queue: 'improvement',
      concurrency: 4,
      handlers: createHandlers({ ...access, store, producer, publicUrl, now }),
    });
    onClose(worker.close);
    const incidentNotes = await startWorker({
      ...queueOptions,
      queue: 'notes',
      concurrency: 8,
      handlers: { 'write-note': createWriteIncidentNoteHandler({ store, ...access }) },
    });
    onClose(incidentNotes.close);
    const prechecking = await startWorker({
      ...queueOptions,
      queue: 'precheck',
      concurrency: 1,
      handlers: {
        'check-pull': createCheckPullRequestHandler({ ...access, store, publicUrl, now, findWarning: precheck.find }),
      },
    });
    onClose(prechecking.close);
    return {};
  },
});
