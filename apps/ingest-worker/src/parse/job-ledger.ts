import { catalogue, type JobLedger } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/**
 * How jobs of this worker end. The inbox itself keeps what could not be read: rows whose reading was given up together, as when
 * workers died of one of them, are read alone; one that was alone is set aside, and is in nobody's way any more.
 */
export function createLedger({ store, producer }: Pick<IngestDeps, 'store' | 'producer'>): JobLedger {
  const { deadLetters, inbox } = store;
  return {
    async giveUp(job) {
      const reading = catalogue['normalise-records'].payload.safeParse(job.payload);
      if (job.name !== 'normalise-records' || !reading.success) return deadLetters.giveUp(job);
      // While something is away, or this worker lacks a key, no row is to blame: the reconciler asks for all of them again.
      if (job.code === 'unavailable' || job.code === 'misconfigured') return;
      const { connectionId, inboxIds } = reading.data;
      const waiting = await inbox.listWaiting(inboxIds);
      const [only] = waiting;
      if (waiting.length > 1) {
        await producer.enqueueMany(
          'normalise-records',
          waiting.map((id) => ({ connectionId, inboxIds: [id] })),
        );
      } else if (only !== undefined) await inbox.setAside(only, job.problem);
    },
    done: (key) => deadLetters.done(key),
  };
}
