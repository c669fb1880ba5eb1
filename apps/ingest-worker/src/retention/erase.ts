import { setTimeout as sleep } from 'node:timers/promises';
import { secondInMs } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/** After this long, a run enqueues the next run and ends, so that no run occupies a worker slot for long. */
export const maxErasureRunMs = 5 * secondInMs;
const waitMs = secondInMs;

/** Creates the job that erases a person or a repository in small steps, and then enqueues a clustering without that data. */
export function createEraseHandler({ store, producer, now }: IngestDeps): JobHandler<'erase'> {
  const { retention } = store;
  return async ({ erasureId }, signal) => {
    const until = now() + maxErasureRunMs;
    while (!signal.aborted && now() < until) {
      const left = await retention.continueErasure(erasureId);
      if (left === 'wait') await sleep(waitMs);
      if (left !== 'last') continue;
      const names = await retention.readErasedNames(erasureId);
      if (names.length === 0) return;
      await producer.removeNaming(names);
      await retention.finishErasure(erasureId);
      return producer.enqueue('recluster', {});
    }
    await producer.enqueue('erase', { erasureId });
  };
}
