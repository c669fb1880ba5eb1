import { catalogue, type JobLedger } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/**
 * Records how the jobs of this worker end. The inbox itself quarantines poison records: rows that were given up as a batch,
 * for example since workers died of one of them, are enqueued one by one, and a row that was given up alone is quarantined.
 */
export function createJobLedger({ store, producer }: Pick<IngestDeps, 'store' | 'producer'>): JobLedger {
  const { operations, inbox } = store;
  return {
    async addDeadLetter(job) {
      const parsing = catalogue['normalise-records'].payload.safeParse(job.payload);
      if (job.name !== 'normalise-records' || !parsing.success) return operations.addDeadLetter(job);
      // A service is down or this worker lacks a key, which no row causes. The reconciler enqueues the rows again.
      if (job.code === 'unavailable' || job.code === 'misconfigured') return;
      const { connectionId, inboxIds } = parsing.data;
      const waiting = await inbox.filterUnprocessed(inboxIds);
      const [only] = waiting;
      if (waiting.length > 1) {
        await producer.enqueueMany(
          'normalise-records',
          waiting.map((id) => ({ connectionId, inboxIds: [id] })),
        );
      } else if (only !== undefined) await inbox.markUnreadable(only, job.problem);
    },
    resolveDeadLetter: (key) => operations.resolveDeadLetter(key),
  };
}
