import type { ProviderAccess } from '@refrain/connectors';
import { AppError, minuteInMs, toAppError } from '@refrain/domain';
import type { JobHandler, Producer } from '@refrain/jobs';
import type { ClaimedDelivery, Store } from '@refrain/store';
import { describeProblem } from '../accounts/describe-problem.ts';
import { type DeliveryRenderingStore, renderDelivery } from './render-delivery.ts';
import { findRetryDelayMs } from './retry-delay.ts';

/** Maximum of deliveries that one run enqueues. Each finished delivery enqueues another run. */
const maxAtOnce = 500;
/** Lease of a delivery. It is much longer than sending a message takes, so a process that holds a delivery for longer has died. */
const leaseMs = minuteInMs;

export interface DeliveryDeps {
  readonly store: DeliveryRenderingStore & Pick<Store, 'events'>;
  readonly producer: Pick<Producer, 'enqueue' | 'enqueueMany'>;
  readonly publicUrl: string | null;
  readonly send: ProviderAccess['sendMessage'];
  /** Returns a number in [0, 1), for the jitter of retries. */
  readonly random: () => number;
}

export function createDeliverDueHandler({
  store,
  producer,
}: {
  readonly store: Pick<Store, 'events'>;
  readonly producer: Pick<Producer, 'enqueueMany'>;
}): JobHandler<'deliver-due'> {
  return async () => {
    const due = await store.events.listDueDeliveries(maxAtOnce);
    await producer.enqueueMany(
      'deliver-event',
      due.map((deliveryId) => ({ deliveryId })),
    );
  };
}

/**
 * Creates the job that delivers one event to one subscription, at least once: if a process dies after sending, another one sends
 * the event again with the same id. An error of the receiver is recorded with the subscription and not thrown. Any other error is
 * recorded too, so that the delivery is given up eventually.
 */
export function createDeliverEventHandler(deps: DeliveryDeps): JobHandler<'deliver-event'> {
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
    // One run of `deliver-due` enqueues only some deliveries of a subscription, so the next run is enqueued here.
    await producer.enqueue('deliver-due', {});
  };
}

async function sendIfAny(
  { store, publicUrl, send }: DeliveryDeps,
  { event, subscriptionId }: ClaimedDelivery,
  signal: AbortSignal,
): Promise<boolean> {
  const recipient = await store.events.readRecipient(subscriptionId);
  const body = await renderDelivery(store, event, recipient.kind, publicUrl);
  if (body === null) return false;
  await send(recipient, { id: event.id, body }, signal);
  return true;
}

/** Returns whether neither the message nor the receiver is at fault: PostgreSQL is down or this process lacks a key. */
function isOfThisProcess(thrown: unknown): boolean {
  return thrown instanceof AppError && (thrown.code === 'unavailable' || thrown.code === 'misconfigured');
}

function toFailure(thrown: unknown, attempts: number, random: number) {
  const { context } = toAppError(thrown);
  const requested = typeof context.retryAfterSeconds === 'number' ? context.retryAfterSeconds : null;
  return {
    problem: describeProblem(thrown),
    retryInMs: findRetryDelayMs(attempts, requested, random),
    isGone: context.status === 410,
  };
}
