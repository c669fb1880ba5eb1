import { setTimeout as sleep } from 'node:timers/promises';
import { secondInMs } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/** When a run has taken this long, it enqueues the next run and ends, so that it does not occupy a worker slot. */
const sliceMs = 5 * secondInMs;
const waitMs = secondInMs;

/**
 * Creates the job that erases a person or a repository in small steps. At the end it removes the name from Redis and from the
 * erasure request, and enqueues a clustering without the erased data.
 */
export function createEraseHandler({
  store,
  producer,
  now,
}: Pick<IngestDeps, 'store' | 'producer' | 'now'>): JobHandler<'erase'> {
  const { retention: erasures } = store;
  return async ({ erasureId }, signal) => {
    const until = now() + sliceMs;
    while (!signal.aborted && now() < until) {
      const left = await erasures.continueErasure(erasureId);
      if (left === 'wait') await sleep(waitMs);
      if (left !== 'last') continue;
      const names = await erasures.readErasedNames(erasureId);
      if (names.length === 0) return;
      await producer.removeNaming(names);
      await erasures.finishErasure(erasureId);
      return producer.enqueue('recluster', {});
    }
    await producer.enqueue('erase', { erasureId });
  };
}
