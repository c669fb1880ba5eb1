import { type DeadLetterLedger, jobCatalogue } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/**
 * Records how the jobs of this worker end. If a batch of inbox rows was given up, its rows are enqueued one by one. A row that was
 * given up alone is quarantined.
 */
export function createIngestDeadLetterLedger({
  store,
  producer,
}: Pick<IngestDeps, 'store' | 'producer'>): DeadLetterLedger {
  const { operations, inbox } = store;
  return {
    async addDeadLetter(job) {
      const parsing = jobCatalogue['parse-records'].payload.safeParse(job.payload);
      if (job.name !== 'parse-records' || !parsing.success) return operations.addDeadLetter(job);
      // If a service is down or this worker lacks a key, the rows did not cause the error, and the reconciler enqueues
      // them again.
      if (job.code === 'unavailable' || job.code === 'misconfigured') return;
      const { connectionId, inboxIds } = parsing.data;
      const waiting = await inbox.filterUnprocessed(inboxIds);
      const [only] = waiting;
      if (waiting.length > 1) {
        await producer.enqueueMany(
          'parse-records',
          waiting.map((id) => ({ connectionId, inboxIds: [id] })),
        );
      } else if (only !== undefined) await inbox.markUnreadable(only, job.problem);
    },
    resolveDeadLetter: (key) => operations.resolveDeadLetter(key),
  };
}
