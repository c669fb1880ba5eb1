import { AppError, toAppError } from '@refrain/domain';
import { findCurrentTrace, runWithinTraces, type Trace } from '@refrain/process';
import type { InboxDelivery, Store } from '@refrain/store';
import { createReservationLimiter, type ReservedAmountSetter } from '../http/limits/capacity-limits.ts';

const maxBatch = 200;
/** A second batch can be written while the first one is being committed. */
const maxConcurrentBatches = 2;
const maxWaiting = 5_000;

const retryAfterSeconds = 10;

/** Resolves when the deliveries of a request are committed. */
export type WebhookDeliveryWriter = (deliveries: readonly InboxDelivery[]) => Promise<void>;

interface Waiting {
  readonly trace: Trace;
  readonly deliveries: readonly InboxDelivery[];
  readonly reserve: ReservedAmountSetter;
  readonly done: () => void;
  readonly failed: (error: AppError) => void;
}

/**
 * Creates a function that stores deliveries in batches. A batch contains all deliveries that arrived during a commit, so
 * under load few commits suffice, and without load no delivery waits.
 * @param stored called with the new rows after each commit
 */
export function createWebhookDeliveryBatcher(
  inbox: Pick<Store['inbox'], 'storeDeliveries'>,
  stored: (rows: readonly { id: string; connectionId: string }[]) => void,
): WebhookDeliveryWriter {
  const waiting: Waiting[] = [];
  const openReservation = createWebhookDeliveryLimiter(maxWaiting);
  let inFlight = 0;

  function take(): Waiting[] {
    const batch: Waiting[] = [];
    let size = 0;
    while (waiting.length > 0 && (size === 0 || size + (waiting[0]?.deliveries.length ?? 0) <= maxBatch)) {
      const next = waiting.shift();
      if (next === undefined) break;
      batch.push(next);
      size += next.deliveries.length;
    }
    for (const { reserve } of batch) reserve(0);
    return batch;
  }

  async function store(batch: readonly Waiting[]): Promise<void> {
    try {
      const deliveries = batch.flatMap((one) => one.deliveries);
      const traces = batch.map(({ trace }) => trace);
      await runWithinTraces('store deliveries', traces, deliveries.length, async () => {
        const { newIds } = await inbox.storeDeliveries(deliveries);
        stored(newIds);
      });
      for (const { done } of batch) done();
    } catch (thrown) {
      const error = toAppError(thrown);
      // Stores each delivery alone, so that a delivery that the database rejects does not fail the other deliveries of
      // the batch.
      if (error.code !== 'unavailable' && batch.length > 1) {
        for (const one of batch) await store([one]);
        return;
      }
      for (const { failed } of batch) failed(error);
    }
  }

  async function flush(): Promise<void> {
    if (inFlight >= maxConcurrentBatches) return;
    inFlight += 1;
    while (waiting.length > 0) await store(take());
    inFlight -= 1;
  }

  return async (deliveries) => {
    const [first] = deliveries;
    if (first === undefined) return;
    const reserve = openReservation(first.connectionId);
    reserve(deliveries.length);
    await new Promise<void>((done, failed) => {
      waiting.push({ trace: findCurrentTrace(), deliveries, reserve, done, failed });
      setImmediate(() => void flush());
    });
  };
}

/**
 * Limits the deliveries that wait to be stored, and rejects further ones, which providers send again. One connection gets at
 * most half of the capacity. Returns a function that opens a reservation for a connection.
 */
export function createWebhookDeliveryLimiter(size: number): (connectionId: string) => ReservedAmountSetter {
  return createReservationLimiter({
    perHolder: size / 2,
    inAll: size,
    refusal: () =>
      new AppError('unavailable', 'Too many deliveries are waiting to be stored. Send this delivery again later.', {
        context: { retryAfterSeconds },
      }),
  });
}
