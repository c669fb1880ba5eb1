import { createProviderAccess, openOutbound, providers } from '@refrain/connectors';
import type { AppError } from '@refrain/domain';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import { logError, logNewer, measureProviders, runProcess, watchJobs } from '@refrain/process';
import { createStore, followClock } from '@refrain/store';
import { loadConfig } from './config.ts';
import { createHandlers } from './handlers.ts';
import { createWriteNote } from './notes/write-note.ts';
import { createCheckPull } from './precheck/check-pull.ts';
import { openPrecheck } from './precheck/open-precheck.ts';

await runProcess({
  name: 'improvement-worker',
  isBackground: true,
  loadConfig: () => loadConfig(process.env),
  async start(config, { log, metrics, onClose, readyWhen }) {
    const store = createStore({ ...config, applicationName: 'refrain-improvement-worker' });
    onClose(store.close);
    logNewer(log, await store.migrate());
    const { now, close: stopClock } = await followClock(store);
    onClose(stopClock);
    const producer = createProducer(config);
    onClose(producer.close);
    readyWhen(() => Promise.all([store.ping(), producer.ping()]));
    const limits = createRequestLimits({ ...config, rules: providers.limits });
    onClose(async () => limits.close());
    const { measured, onBudget } = measureProviders(metrics, Date.now, Object.keys(providers.limits));
    const outbound = openOutbound(config.privateNetworks);
    const access = createProviderAccess({ limits: measured(limits), onBudget, outbound });
    const precheck = openPrecheck(config);
    onClose(precheck.close);
    const { publicUrl, redisUrl, prefix } = config;
    const onError = (error: AppError, job: object) => logError(log, error, { job });
    const queueOptions = { redisUrl, prefix, ledger: store.operations, onError, onRun: watchJobs(metrics, log) };
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
      handlers: { 'write-note': createWriteNote({ store, ...access }) },
    });
    onClose(incidentNotes.close);
    const prechecking = await startWorker({
      ...queueOptions,
      queue: 'precheck',
      concurrency: 1,
      handlers: {
        'check-pull': createCheckPull({ ...access, store, publicUrl, now, findWarning: precheck.find }),
      },
    });
    onClose(prechecking.close);
    return {};
  },
});
