import { setTimeout as sleep } from 'node:timers/promises';
import { secondInMs } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/** One run holds its place among the others no longer; the next one goes on. */
const turnMs = 5 * secondInMs;
const waitMs = secondInMs;

/**
 * Forgets something part by part. At the end its name goes from Redis, then from where it was kept for this; and everything is
 * grouped anew without it.
 */
export function createForget({
  store,
  producer,
  now,
}: Pick<IngestDeps, 'store' | 'producer' | 'now'>): Handler<'forget'> {
  const { forgetting } = store;
  return async ({ forgettingId }, signal) => {
    const until = now() + turnMs;
    while (!signal.aborted && now() < until) {
      const left = await forgetting.work(forgettingId);
      if (left === 'wait') await sleep(waitMs);
      if (left !== 'last') continue;
      const names = await forgetting.readNames(forgettingId);
      if (names.length === 0) return;
      await producer.removeNaming(names);
      await forgetting.end(forgettingId);
      return producer.enqueue('recluster', {});
    }
    await producer.enqueue('forget', { forgettingId });
  };
}
