import { dayInMs } from '@refrain/domain';
import type { Handler, Producer } from '@refrain/jobs';
import type { Store } from '@refrain/store';
import { findRestMs } from './cooldown.ts';
import { isAccountRead } from './observed-until.ts';

/**
 * Asks for a regrouping for what came in, or because the statistics are of yesterday, or for itself at the end of the rest that the last one left. It is a job of its own, so
 * that waiting neither holds a worker nor holds up the regrouping that a person's decision asks for.
 */
export function createReclusterWhenDue({
  store,
  producer,
  now = Date.now,
  promptMs,
}: {
  readonly store: Pick<Store, 'connections' | 'groupingPace' | 'measurements' | 'patterns'>;
  readonly producer: Pick<Producer, 'enqueue'>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** The longest regrouping that needs no rest; 4,000 by default. */
  readonly promptMs?: number | undefined;
}): Handler<'recluster-when-due'> {
  return async () => {
    const pace = await store.groupingPace.find();
    const restMs = pace === null ? 0 : findRestMs(pace, promptMs);
    if (restMs > 0) {
      await producer.enqueue('recluster-when-due', {}, restMs);
      return;
    }
    const [grouped, wanted] = await Promise.all([store.patterns.inputVersion(), store.patterns.currentInputVersion()]);
    if (grouped !== wanted || (await isStale(store, now()))) await producer.enqueue('recluster', {});
  };
}

/** While an account is read each day counts, also one on which nothing came in: statistics are made of a day at most. */
async function isStale(store: Pick<Store, 'connections' | 'measurements'>, now: number): Promise<boolean> {
  const moment = await store.measurements.findMoment();
  if (moment === null || now - Date.parse(moment.asOf) < dayInMs) return false;
  return await isAccountRead(store);
}
