import { type AppError, toAppError } from '@refrain/domain';
import { continueTraces, currentTrace, type Trace } from '@refrain/process';
import type { Delivery, InboxQueries } from '@refrain/store';
import type { Reserve } from '../http/limits/capacity.ts';
import { createDeliveryCapacity } from './delivery-capacity.ts';

/** Deliveries in one statement: one commit to disk serves them all. */
const largestBatch = 200;
/** Batches under way at once: while one waits for the disk, the next is made. */
const batchesAtOnce = 2;
/** Deliveries that may wait. */
const mostWaiting = 5_000;

/** Resolves when what a request brought, all of one connection, is stored, now or earlier. @throws {AppError} */
export type StoreDelivery = (deliveries: readonly Delivery[]) => Promise<void>;

interface Waiting {
  /** Of the request that brought them. */
  readonly trace: Trace;
  readonly deliveries: readonly Delivery[];
  readonly hold: Reserve;
  readonly done: () => void;
  readonly failed: (error: AppError) => void;
}

/**
 * A request is answered when what it brought is committed, and each commit takes along all that came while the one before
 * it was under way: under load a few commits a second are enough, and without load none waits.
 * @param stored is told of what is new, after each commit
 */
export function createStoreInBatches(
  inbox: Pick<InboxQueries, 'storeDeliveries'>,
  stored: (rows: readonly { id: string; connectionId: string }[]) => void,
): StoreDelivery {
  const waiting: Waiting[] = [];
  const openHold = createDeliveryCapacity(mostWaiting);
  let underWay = 0;

  function take(): Waiting[] {
    const batch: Waiting[] = [];
    let size = 0;
    while (waiting.length > 0 && (size === 0 || size + (waiting[0]?.deliveries.length ?? 0) <= largestBatch)) {
      const next = waiting.shift();
      if (next === undefined) break;
      batch.push(next);
      size += next.deliveries.length;
    }
    for (const { hold } of batch) hold(0);
    return batch;
  }

  async function store(batch: readonly Waiting[]): Promise<void> {
    try {
      const deliveries = batch.flatMap((one) => one.deliveries);
      const traces = batch.map(({ trace }) => trace);
      await continueTraces('store deliveries', traces, deliveries.length, async () => {
        const { newIds } = await inbox.storeDeliveries(deliveries);
        stored(newIds);
      });
      for (const { done } of batch) done();
    } catch (thrown) {
      const error = toAppError(thrown);
      // One that the database does not take must not keep its neighbours out.
      if (error.code !== 'unavailable' && batch.length > 1) {
        for (const one of batch) await store([one]);
        return;
      }
      for (const { failed } of batch) failed(error);
    }
  }

  async function flush(): Promise<void> {
    if (underWay >= batchesAtOnce) return;
    underWay += 1;
    while (waiting.length > 0) await store(take());
    underWay -= 1;
  }

  return async (deliveries) => {
    const [first] = deliveries;
    if (first === undefined) return;
    const hold = openHold(first.connectionId);
    hold(deliveries.length);
    await new Promise<void>((done, failed) => {
      waiting.push({ trace: currentTrace(), deliveries, hold, done, failed });
      setImmediate(() => void flush());
    });
  };
}
