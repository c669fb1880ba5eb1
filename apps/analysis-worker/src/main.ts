import { toAppError } from '@refrain/domain';
import { openConfiguredEmbedder } from '@refrain/embedding';
import { createProducer, startWorker } from '@refrain/jobs';
import {
  createJobRunRecorder,
  logError,
  logNewerMigrations,
  measureStageLag,
  openWorkerThread,
  runProcess,
} from '@refrain/process';
import { createStore, followDatabaseClock } from '@refrain/store';
import { loadConfig } from './config.ts';
import { createHandlers, maxConcurrentJobs } from './handlers.ts';
import { followMissingVectors } from './vectors/follow-missing-vectors.ts';

await runProcess({
  name: 'analysis-worker',
  // Clustering uses all processors, so a background priority lets API requests go first.
  isBackground: true,
  loadConfig: () => loadConfig(process.env),
  async start(config, { log, metrics, onClose, readyWhen }) {
    const store = createStore({ ...config, applicationName: 'refrain-analysis-worker' });
    onClose(store.close);
    logNewerMigrations(log, await store.migrate());
    const { now, close: stopClock } = await followDatabaseClock(store);
    onClose(stopClock);
    const producer = createProducer(config);
    onClose(producer.close);
    readyWhen(() => Promise.all([store.ping(), producer.ping()]));
    const thread = openWorkerThread<typeof import('./pipeline-thread.ts')>(
      new URL('./pipeline-thread.js', import.meta.url),
      {
        name: 'runPipeline',
        // Clustering allocates many short-lived objects. A young generation of 192 MB makes clustering 10 % faster.
        resourceLimits: { maxYoungGenerationSizeMb: 192 },
      },
    );
    onClose(thread.close);
    const embedder = await openConfiguredEmbedder(config.embeddingModel, { isBackground: true });
    const following = embedder && followMissingVectors({ store, embedder, onError: (error) => logError(log, error) });
    if (embedder !== null) onClose(embedder.close);
    if (following !== null) onClose(following.close);
    const worker = await startWorker({
      redisUrl: config.redisUrl,
      prefix: config.prefix,
      queue: 'analysis',
      concurrency: maxConcurrentJobs,
      handlers: createHandlers({
        store,
        producer,
        costSettings: config.costSettings,
        ...(embedder && following && { vectors: { model: embedder.model.digest, isWorking: following.isWorking } }),
        now,
        onStageLatency: measureStageLag(metrics),
        runPipeline: (input, signal) => thread.run(input, { signal }),
        onQuarantine: (thrown, poison) => logError(log, toAppError(thrown), { ...poison }),
      }),
      ledger: store.operations,
      onError: (error, job) => logError(log, error, { job }),
      onRun: createJobRunRecorder(metrics, log),
    });
    onClose(worker.close);
    return {};
  },
});
