import { createProviderAccess, sendMessage } from '@refrain/connectors';
import { createProducer, createRequestLimits, startWorker } from '@refrain/jobs';
import { logError, runProcess } from '@refrain/process';
import { createStore } from '@refrain/store';
import { createApproveByPolicy } from './approve-by-policy.ts';
import { loadConfig } from './config.ts';
import { createDeliverDue, createDeliverEvent } from './deliver-events.ts';
import { createEnsureIssue } from './ensure-issue.ts';
import { createFollowPattern } from './follow-pattern.ts';
import { createOpenRepository } from './open-repository.ts';
import { createProposeImprovements } from './propose-improvements.ts';
import { createSyncIssue } from './sync-issue.ts';
import { createSyncIssues } from './sync-issues.ts';
import { createUndoWrite } from './undo-write.ts';
import { createVerifyEffect } from './verify-effect.ts';

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
    const openRepository = createOpenRepository({ store, createIssueTracker });
    const { publicUrl } = config;
    const worker = await startWorker({
      redisUrl: config.redisUrl,
      prefix: config.prefix,
      queue: 'improvement',
      concurrency: 4,
      handlers: {
        'propose-improvements': createProposeImprovements({ store, producer }),
        'approve-by-policy': createApproveByPolicy({ store, producer, now: Date.now }),
        'ensure-issue': createEnsureIssue({ store, openRepository, publicUrl, now: Date.now }),
        'sync-issue': createSyncIssue({ store, openRepository, producer }),
        'sync-issues': createSyncIssues({ store, producer, now: Date.now }),
        'follow-pattern': createFollowPattern({ store, openRepository, producer }),
        'verify-effect': createVerifyEffect({ store }),
        'undo-write': createUndoWrite({ store, openRepository }),
        'deliver-due': createDeliverDue({ store, producer }),
        'deliver-event': createDeliverEvent({ store, producer, publicUrl, send: sendMessage, random: Math.random }),
      },
      onError: (error, job) => logError(log, error, { job }),
    });
    onClose(worker.close);
    return {};
  },
});
