import { dayInMs } from '@refrain/domain';
import type { JobHandler, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { findRemainingCooldownMs } from './cooldown.ts';
import { hasConnectedAccount } from './observed-until.ts';

/**
 * Enqueues a clustering if there is new input, or if the statistics are a day old. During the cooldown, this check
 * enqueues itself again for the end of the cooldown instead. The check is a separate job, so that the cooldown neither
 * blocks a worker nor delays a clustering that a person's decision enqueued.
 */
export function createReclusterWhenDueHandler({
  store,
  producer,
  now = Date.now,
  promptMs,
}: {
  readonly store: Pick<Store, 'connections' | 'patterns' | 'reports'>;
  readonly producer: Pick<Producer, 'enqueue'>;
  readonly now?: () => number;
  readonly promptMs?: number | undefined;
}): JobHandler<'recluster-when-due'> {
  return async () => {
    const lastRun = await store.patterns.findRunTiming();
    const cooldownMs = lastRun === null ? 0 : findRemainingCooldownMs(lastRun, promptMs);
    if (cooldownMs > 0) {
      await producer.enqueue('recluster-when-due', {}, cooldownMs);
      return;
    }
    const [grouped, wanted] = await Promise.all([
      store.patterns.findClusteredVersion(),
      store.patterns.readInputVersion(),
    ]);
    if (grouped !== wanted || (await isStale(store, now()))) await producer.enqueue('recluster', {});
  };
}

/** While an account is connected, statistics are stale after a day, because a day without failures changes them too. */
async function isStale(store: Pick<Store, 'connections' | 'reports'>, now: number): Promise<boolean> {
  const measured = await store.reports.findMeasurementTime();
  if (measured === null || now - Date.parse(measured.asOf) < dayInMs) return false;
  return await hasConnectedAccount(store);
}
