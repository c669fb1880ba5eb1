import { randomUUID } from 'node:crypto';
import { dayInMs } from '@refrain/domain';
import type { EmulatorCore } from '../http/core.ts';
import { createPagerDutyId } from '../http/create-numeric-id.ts';
import { createUniqueName } from '../http/create-unique-name.ts';
import { formatInstant } from '../http/format-instant.ts';
import { composeDelivery, composeEventBody, type OutgoingWebhookEvent } from './compose-delivery.ts';
import { formatCurrentTime, type PagerDutyContext } from './context.ts';
import { createDeliveryLanes, type DeliveryAttemptOutcome } from './delivery-lanes.ts';
import { isSubscriptionDisabled } from './format-subscription.ts';
import type { StoredWebhookSubscription } from './pagerduty-state.ts';

const defaultTimeoutMs = 5_000;
/** Milliseconds for which a delivery is retried: two days, like PagerDuty. */
const defaultTriedForMs = 2 * dayInMs;
/** Number of consecutive dropped events after which a subscription is disabled. */
const dropsUntilDisabled = 3;
const disabledForMs = dayInMs;
const defaultDelaysMs = [1_000, 5_000, 15_000, 60_000, 300_000, 1_800_000];

export interface PagerDutyDelivery {
  /** Value of the header `X-Webhook-Id`. Every attempt to deliver the same event has the same value. */
  readonly webhookId: string;
  readonly subscriptionId: string;
  readonly eventType: string;
  /** Status of the receiver's response; null without a response. */
  readonly status: number | null;
}

/** An event, with the resource that it is about. PagerDuty delivers the events of a resource in order. */
export interface PublishedPagerDutyEvent {
  readonly eventType: string;
  readonly resourceType: string;
  readonly resourceId: string;
  /** Id of the service that the resource belongs to; null if there is none. */
  readonly serviceId: string | null;
  readonly data: unknown;
}

export interface WebhookTiming {
  /** Milliseconds before each retry of a webhook; the last entry applies to all further retries. By default from 1 s to half an hour. */
  readonly retryDelaysMs?: readonly number[];
  /** Milliseconds after which an undelivered event is dropped; 48 hours by default, like PagerDuty. */
  readonly triedForMs?: number;
  /** Milliseconds (real time) that a receiver has to respond; 5 s by default, like PagerDuty. */
  readonly timeoutMs?: number;
}

export interface PagerDutyWebhooks {
  /**
   * Publishes an event to all subscriptions. Resolves after the first attempts. If the event has to wait for an earlier event, resolves at
   * once.
   */
  publish(event: PublishedPagerDutyEvent): Promise<void>;
  ping(subscription: StoredWebhookSubscription): Promise<void>;
  resetDrops(subscriptionId: string): void;
  list(): readonly PagerDutyDelivery[];
  countWaiting(): number;
}

/** Decides whether PagerDuty retries. It retries after no response, 429 and 5xx; any other refusal drops the event. */
function outcomeOf(status: number | null): DeliveryAttemptOutcome {
  if (status === null || status === 429 || status >= 500) return 'retry';
  return status >= 200 && status < 300 ? 'accepted' : 'refused';
}

/** Delivers events as documented at https://developer.pagerduty.com/docs/webhooks-overview and /webhooks-behavior. */
export function createPagerDutyWebhooks(
  context: PagerDutyContext,
  { pending, post }: Pick<EmulatorCore, 'pending' | 'post'>,
  timing: WebhookTiming,
): PagerDutyWebhooks {
  const { state, clock } = context;
  const attempts: PagerDutyDelivery[] = [];
  const dropsInARow = new Map<string, number>();
  const delays = timing.retryDelaysMs ?? defaultDelaysMs;
  const lanes = createDeliveryLanes(clock, pending, delays, timing.triedForMs ?? defaultTriedForMs, attempt, drop);

  async function attempt(sent: OutgoingWebhookEvent): Promise<DeliveryAttemptOutcome> {
    const subscription = state.subscriptions.get(sent.subscriptionId);
    if (subscription === undefined) return 'gone';
    const delivery = composeDelivery(subscription, sent, clock.now());
    const status = await post(delivery, timing.timeoutMs ?? defaultTimeoutMs);
    const { webhookId, subscriptionId, eventType } = sent;
    attempts.push({ webhookId, subscriptionId, eventType, status });
    const outcome = outcomeOf(status);
    if (outcome === 'accepted') dropsInARow.delete(subscriptionId);
    return outcome;
  }
  function drop({ subscriptionId }: OutgoingWebhookEvent): void {
    const drops = (dropsInARow.get(subscriptionId) ?? 0) + 1;
    dropsInARow.set(subscriptionId, drops);
    const subscription = state.subscriptions.get(subscriptionId);
    if (drops < dropsUntilDisabled || subscription === undefined) return;
    dropsInARow.delete(subscriptionId);
    state.putSubscription({ ...subscription, disabledUntil: formatInstant(clock.now() + disabledForMs) });
    lanes.clear(`${subscriptionId}/`);
  }
  function start(
    subscription: StoredWebhookSubscription,
    resource: string,
    eventType: string,
    body: string,
  ): Promise<void> {
    const sent = { webhookId: randomUUID(), subscriptionId: subscription.id, eventType, body };
    return lanes.send(`${subscription.id}/${resource}`, sent);
  }
  function compose(eventType: string, resourceType: string, data: unknown): string | null {
    return composeEventBody({
      id: createPagerDutyId('event', createUniqueName()),
      event_type: eventType,
      resource_type: resourceType,
      occurred_at: formatCurrentTime(context),
      agent: null,
      client: null,
      data,
    });
  }
  return {
    async publish({ eventType, resourceType, resourceId, serviceId, data }) {
      const body = compose(eventType, resourceType, data);
      if (body === null) return;
      const wanted = [...state.subscriptions.values()].filter(
        (subscription) =>
          subscription.active &&
          !isSubscriptionDisabled(subscription, clock.now()) &&
          subscription.events.includes(eventType) &&
          (subscription.filter.type === 'account_reference' || subscription.filter.id === serviceId),
      );
      await Promise.all(wanted.map((subscription) => start(subscription, resourceId, eventType, body)));
    },
    async ping(subscription) {
      const message = { message: 'Hello from your friend Pagey!', type: 'ping' };
      const body = compose('pagey.ping', 'pagey', message);
      if (body !== null) await start(subscription, 'ping', 'pagey.ping', body);
    },
    resetDrops: (subscriptionId) => void dropsInARow.delete(subscriptionId),
    list: () => [...attempts],
    countWaiting: lanes.count,
  };
}
