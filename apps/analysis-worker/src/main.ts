import { toAppError } from '@refrain/domain';
import { createProducer, startWorker } from '@refrain/jobs';
import { logError, logNewer, measureLag, openThread, runProcess, watchJobs } from '@refrain/process';
import { createStore, followClock } from '@refrain/store';
import { loadConfig } from './config.ts';
import { createHandlers, jobsAtATime } from './handlers.ts';

await runProcess({
  name: 'analysis-worker',
  // Clustering uses all processors, so a background priority lets API requests go first.
  isBackground: true,
  loadConfig: () => loadConfig(process.env),
  async start(config, { log, metrics, onClose, readyWhen }) {
    const store = createStore({ ...config, applicationName: 'refrain-analysis-worker' });
    onClose(store.close);
    logNewer(log, await store.migrate());
    const { now, close: stopClock } = await followClock(store);
    onClose(stopClock);
    const producer = createProducer(config);
    onClose(producer.close);
    readyWhen(() => Promise.all([store.ping(), producer.ping()]));
    const thread = openThread<typeof import('./pipeline-thread.ts')>(new URL('./pipeline-thread.js', import.meta.url), {
      name: 'runPipeline',
      // Clustering allocates many short-lived objects. A young generation of 192 MB makes clustering 10 % faster.
      resourceLimits: { maxYoungGenerationSizeMb: 192 },
    });
    onClose(thread.close);
    const worker = await startWorker({
      redisUrl: config.redisUrl,
      prefix: config.prefix,
      queue: 'analysis',
      concurrency: jobsAtATime,
      handlers: createHandlers({
        store,
        producer,
        costSettings: config.costSettings,
        now,
        onStageLatency: measureLag(metrics),
        runPipeline: (input, signal) => thread.run(input, { signal }),
        onQuarantine: (thrown, poison) => logError(log, toAppError(thrown), { ...poison }),
      }),
      ledger: store.operations,
      onError: (error, job) => logError(log, error, { job }),
      onRun: watchJobs(metrics, log),
    });
    onClose(worker.close);
    return {};
  },
});
