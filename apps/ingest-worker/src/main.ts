import { createProviderAccess, openOutbound } from '@refrain/connectors';
import { secondInMs, toAppError } from '@refrain/domain';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import { logError, logNewer, measureLag, measureProviders, runProcess, watchJobs } from '@refrain/process';
import { createStore, followClock } from '@refrain/store';
import { openCatalogue } from './catalogue/open-catalogue.ts';
import { loadConfig } from './config.ts';
import { createHandlers, jobsAtATime } from './handlers.ts';
import { createLedger } from './parse/job-ledger.ts';
import { listClockJobs } from './schedule.ts';
import type { IngestDeps } from './worker/deps.ts';

await runProcess({
  name: 'ingest-worker',
  isBackground: true,
  loadConfig: () => loadConfig(process.env),
  async start(config, { log, metrics, onClose, readyWhen }) {
    const store = createStore({ ...config, applicationName: 'refrain-ingest-worker' });
    onClose(store.close);
    logNewer(log, await store.migrate());
    // By its rules something else may be found than by those of the version before.
    await store.detections.forget();
    const { now, close: stopClock } = await followClock(store);
    onClose(stopClock);
    const producer = createProducer(config);
    onClose(producer.close);
    readyWhen(() => Promise.all([store.ping(), producer.ping()]));
    const limits = createRequestLimits(config);
    onClose(async () => limits.close());
    const outbound = openOutbound(config.privateNetworks);
    const { isForgotten } = store.forgetting;
    const { measured, onBudget } = measureProviders(metrics, Date.now);
    const { createSource } = createProviderAccess({ limits: measured(limits), onBudget, outbound, isForgotten });
    const { begin, settle } = store.providerWrites;
    const catalogue = openCatalogue();
    onClose(catalogue.close);
    const deps: IngestDeps = {
      store,
      producer,
      catalogue,
      openSource: (connection, credential) =>
        createSource(connection, credential, { begin: (write) => begin(connection.id, write), settle }),
      now,
      onLag: measureLag(metrics),
    };
    const clockJobs = listClockJobs(config);
    const worker = await startWorker({
      redisUrl: config.redisUrl,
      prefix: config.prefix,
      queue: 'ingest',
      concurrency: jobsAtATime,
      handlers: createHandlers(deps, config),
      ledger: createLedger(deps),
      onError: (error, job) => logError(log, error, { job }),
      onRun: watchJobs(metrics, log, clockJobs),
    });
    onClose(worker.close);

    // Asked for again and again: an emptied Redis has lost its schedules too.
    const schedule = () =>
      Promise.all([
        ...[...clockJobs].map(([name, everyMs]) => producer.schedule(name, everyMs)),
        producer.wakeMisdated(),
      ]).catch((thrown) => logError(log, toAppError(thrown)));
    await schedule();
    const timer = setInterval(schedule, 5 * secondInMs);
    onClose(async () => clearInterval(timer));
    return {};
  },
});
