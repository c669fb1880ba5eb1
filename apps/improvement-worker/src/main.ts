import { createProviderAccess, sendMessage } from '@refrain/connectors';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import { logError, runProcess } from '@refrain/process';
import { createStore } from '@refrain/store';
import { loadConfig } from './config.ts';
import { createDeliverDue, createDeliverEvent } from './deliver-events.ts';
import { createEnsureIssue } from './ensure-issue.ts';
import { createProposeImprovements } from './propose-improvements.ts';

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
    const { createIssueTracker: openTracker } = createProviderAccess({ limits });
    const { fallbackRepository, issueLabel: label, publicUrl } = config;
    const worker = await startWorker({
      redisUrl: config.redisUrl,
      prefix: config.prefix,
      queue: 'improvement',
      concurrency: 4,
      handlers: {
        'propose-improvements': createProposeImprovements({ store, producer, fallbackRepository }),
        'ensure-issue': createEnsureIssue({ store, openTracker, label, publicUrl }),
        'deliver-due': createDeliverDue({ store, producer }),
        'deliver-event': createDeliverEvent({ store, producer, publicUrl, send: sendMessage, random: Math.random }),
      },
      onError: (error, job) => logError(log, error, { job }),
    });
    onClose(worker.close);
    return {};
  },
});
