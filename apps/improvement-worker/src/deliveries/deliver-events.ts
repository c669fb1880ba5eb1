import type { ProviderAccess } from '@refrain/connectors';
import { AppError, minuteInMs, toAppError } from '@refrain/domain';
import type { Handler, Producer } from '@refrain/jobs';
import type { ClaimedDelivery, Store } from '@refrain/store';
import { describeProblem } from '../accounts/describe-problem.ts';
import { type RenderStore, renderDelivery } from './render-delivery.ts';
import { retryDelayOf } from './retry-delay.ts';

/** Deliveries that one run enqueues; each finished delivery enqueues another run. */
const maxAtOnce = 500;
/** Lease of a delivery: far longer than a message takes, so a process that exceeds it has died. */
const leaseMs = minuteInMs;

export interface DeliverDeps {
  readonly store: RenderStore & Pick<Store, 'events'>;
  readonly producer: Pick<Producer, 'enqueue' | 'enqueueMany'>;
  readonly publicUrl: string | null;
  readonly send: ProviderAccess['sendMessage'];
  /** In [0, 1). */
  readonly random: () => number;
}

/** Enqueues all deliveries that are due. */
export function createDeliverDue({
  store,
  producer,
}: {
  readonly store: Pick<Store, 'events'>;
  readonly producer: Pick<Producer, 'enqueueMany'>;
}): Handler<'deliver-due'> {
  return async () => {
    const due = await store.events.listDueDeliveries(maxAtOnce);
    await producer.enqueueMany(
      'deliver-event',
      due.map((deliveryId) => ({ deliveryId })),
    );
  };
}

/**
 * Delivers one event to one subscription, at least once: if the process dies after sending, the next one sends it again with the
 * same id. An error of the receiver is recorded with the subscription and not thrown. Any other error is recorded too,
 * so that the delivery is given up at some time.
 */
export function createDeliverEvent(deps: DeliverDeps): Handler<'deliver-event'> {
  const { store, producer, random } = deps;
  return async ({ deliveryId }, signal) => {
    const claimed = await store.events.claimDelivery(deliveryId, leaseMs);
    if (claimed === null) return;
    let isSent: boolean;
    try {
      isSent = await sendIfAny(deps, claimed, signal);
    } catch (thrown) {
      if (signal.aborted || isOfThisProcess(thrown)) throw thrown;
      await store.events.recordDeliveryProblem(deliveryId, toFailure(thrown, claimed.attempts, random()));
      if (!(thrown instanceof AppError)) throw thrown;
      return;
    }
    if (isSent) await store.events.recordDelivered(deliveryId);
    else await store.events.dropDelivery(deliveryId);
    // One run enqueues only some of the deliveries of a subscription.
    await producer.enqueue('deliver-due', {});
  };
}

/** @returns false if the event has no message for this kind of subscription */
async function sendIfAny(
  { store, publicUrl, send }: DeliverDeps,
  { event, subscriptionId }: ClaimedDelivery,
  signal: AbortSignal,
): Promise<boolean> {
  const recipient = await store.events.readRecipient(subscriptionId);
  const body = await renderDelivery(store, event, recipient.kind, publicUrl);
  if (body === null) return false;
  await send(recipient, { id: event.id, body }, signal);
  return true;
}

/** Returns whether PostgreSQL is down or this process lacks a key: neither message nor receiver causes that. */
function isOfThisProcess(thrown: unknown): boolean {
  return thrown instanceof AppError && (thrown.code === 'unavailable' || thrown.code === 'misconfigured');
}

function toFailure(thrown: unknown, attempts: number, random: number) {
  const { context } = toAppError(thrown);
  const requested = typeof context.retryAfterSeconds === 'number' ? context.retryAfterSeconds : null;
  return {
    problem: describeProblem(thrown),
    retryInMs: retryDelayOf(attempts, requested, random),
    isGone: context.status === 410,
  };
}
