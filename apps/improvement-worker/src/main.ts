import { createProviderAccess } from '@refrain/connectors';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import { logError, runProcess } from '@refrain/process';
import { createStore } from '@refrain/store';
import { loadConfig } from './config.ts';
import { createHandlers } from './handlers.ts';

await runProcess({
  name: 'improvement-worker',
  isBackground: true,
  loadConfig: () => loadConfig(process.env),
  async start(config, { log, onClose }) {
    const store = createStore({ ...config, applicationName: 'refrain-improvement-worker' });
    onClose(store.close);
    await store.migrate();
    const producer = createProducer(config);
    onClose(producer.close);
    const limits = createRequestLimits(config);
    onClose(async () => limits.close());
    const { createIssueTracker } = createProviderAccess({ limits });
    const { publicUrl } = config;
    const worker = await startWorker({
      redisUrl: config.redisUrl,
      prefix: config.prefix,
      queue: 'improvement',
      concurrency: 4,
      handlers: createHandlers({ store, producer, createIssueTracker, publicUrl, now: Date.now }),
      onError: (error, job) => logError(log, error, { job }),
    });
    onClose(worker.close);
    return {};
  },
});
