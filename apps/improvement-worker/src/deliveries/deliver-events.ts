import type { ProviderAccess } from '@refrain/connectors';
import { AppError, minuteInMs, toAppError } from '@refrain/domain';
import type { Handler, Producer } from '@refrain/jobs';
import type { ClaimedDelivery, Store } from '@refrain/store';
import { sayProblem } from '../accounts/describe-problem.ts';
import { type RenderStore, renderDelivery } from './render-delivery.ts';
import { waitBeforeRetry } from './retry-delay.ts';

/** Deliveries that are asked for at once; the rest follows when these are done. */
const mostAtOnce = 500;
/** Far longer than a message takes: whoever has not said by then how it went has died. */
const leaseMs = minuteInMs;

export interface DeliverDeps {
  readonly store: RenderStore & Pick<Store, 'deliveries' | 'subscriptions'>;
  readonly producer: Pick<Producer, 'enqueue' | 'enqueueMany'>;
  readonly publicUrl: string | null;
  readonly send: ProviderAccess['sendMessage'];
  /** In [0, 1). */
  readonly random: () => number;
}

/** Has everything delivered that is owed by now. */
export function createDeliverDue({
  store,
  producer,
}: {
  readonly store: Pick<Store, 'deliveries'>;
  readonly producer: Pick<Producer, 'enqueueMany'>;
}): Handler<'deliver-due'> {
  return async () => {
    const due = await store.deliveries.listDue(mostAtOnce);
    await producer.enqueueMany(
      'deliver-event',
      due.map((deliveryId) => ({ deliveryId })),
    );
  };
}

/**
 * Tells one subscription of one event, at least once: who dies between sending and noting it leaves it to be sent again, with
 * the same id. That a receiver does not take it is no fault of ours: it is noted with the subscription, not thrown. What
 * cannot even be sent is noted there too, so that it is given up some day.
 */
export function createDeliverEvent(deps: DeliverDeps): Handler<'deliver-event'> {
  const { store, producer, random } = deps;
  return async ({ deliveryId }, signal) => {
    const claimed = await store.deliveries.claim(deliveryId, leaseMs);
    if (claimed === null) return;
    let isSent: boolean;
    try {
      isSent = await sendIfAny(deps, claimed, signal);
    } catch (thrown) {
      if (signal.aborted || isOfThisProcess(thrown)) throw thrown;
      await store.deliveries.recordProblem(deliveryId, toFailure(thrown, claimed.attempts, random()));
      if (!(thrown instanceof AppError)) throw thrown;
      return;
    }
    if (isSent) await store.deliveries.recordDelivered(deliveryId);
    else await store.deliveries.drop(deliveryId);
    // Only so many of a subscription are asked for at a time.
    await producer.enqueue('deliver-due', {});
  };
}

/** @returns false where there is nothing to say */
async function sendIfAny(
  { store, publicUrl, send }: DeliverDeps,
  { event, subscriptionId }: ClaimedDelivery,
  signal: AbortSignal,
): Promise<boolean> {
  const recipient = await store.subscriptions.readRecipient(subscriptionId);
  const body = await renderDelivery(store, event, recipient.kind, publicUrl);
  if (body === null) return false;
  await send(recipient, { id: event.id, body }, signal);
  return true;
}

/** PostgreSQL is away, or a key is lacking here: no message and no receiver is to blame. */
function isOfThisProcess(thrown: unknown): boolean {
  return thrown instanceof AppError && (thrown.code === 'unavailable' || thrown.code === 'misconfigured');
}

function toFailure(thrown: unknown, attempts: number, random: number) {
  const { context } = toAppError(thrown);
  const asked = typeof context.retryAfterSeconds === 'number' ? context.retryAfterSeconds : null;
  return {
    problem: sayProblem(thrown),
    retryInMs: waitBeforeRetry(attempts, asked, random),
    isGone: context.status === 410,
  };
}
