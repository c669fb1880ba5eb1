import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pagerDutyId } from '../http/numeric-id.ts';
import type { Pending } from '../http/pending.ts';
import { postWebhook } from '../http/post-webhook.ts';
import { instantNow, type PagerDutyContext } from './context.ts';
import type { StoredSubscription } from './pagerduty-state.ts';

/** PagerDuty waits five seconds for a 2xx. */
const timeoutMs = 5_000;
/** Deliveries refused in a row after which a subscription is disabled. */
const refusalsUntilDisabled = 3;

export interface PagerDutyDelivery {
  /** `X-Webhook-Id`, the same for each attempt. */
  readonly webhookId: string;
  readonly subscriptionId: string;
  readonly eventType: string;
  /** The receiver's status; null where there was no answer. */
  readonly status: number | null;
}

export interface PagerDutyWebhooks {
  /** Resolves when each subscription was tried once; later tries go on behind it. */
  publish(eventType: string, serviceId: string, data: unknown): Promise<void>;
  ping(subscription: StoredSubscription): Promise<void>;
  /** Every attempt, oldest first. */
  list(): readonly PagerDutyDelivery[];
}

interface Sent {
  readonly webhookId: string;
  readonly subscription: StoredSubscription;
  readonly eventType: string;
  readonly body: string;
}

function compose({ webhookId, subscription, body }: Sent) {
  const signature = createHmac('sha256', subscription.secret).update(body).digest('hex');
  const custom = Object.fromEntries(subscription.customHeaders.map(({ name, value }) => [name, value]));
  return {
    url: subscription.url,
    body,
    headers: {
      ...custom,
      'content-type': 'application/json',
      'user-agent': 'PagerDuty-Webhook/V3.0',
      'x-pagerduty-signature': `v1=${signature}`,
      'x-webhook-id': webhookId,
      'x-webhook-subscription': subscription.id,
    },
  };
}

/** Whether PagerDuty tries again: no answer, 429 and 5xx; any other refusal drops the delivery. */
function isRetried(status: number | null): boolean {
  return status === null || status === 429 || status >= 500;
}

/** Delivery as https://developer.pagerduty.com/docs/webhooks-overview describes it. */
export function createPagerDutyWebhooks(
  context: PagerDutyContext,
  pending: Pending,
  retryDelaysMs: readonly number[],
): PagerDutyWebhooks {
  const { state } = context;
  const attempts: PagerDutyDelivery[] = [];
  const refusals = new Map<string, number>();

  function noteOutcome(id: string, status: number | null): void {
    if (isRetried(status)) return;
    const refused = status !== null && status >= 300;
    const inARow = refused ? (refusals.get(id) ?? 0) + 1 : 0;
    refusals.set(id, inARow);
    const subscription = state.subscriptions.get(id);
    if (inARow < refusalsUntilDisabled || subscription === undefined) return;
    refusals.set(id, 0);
    state.putSubscription({ ...subscription, temporarilyDisabled: true });
  }
  async function attempt(sent: Sent): Promise<number | null> {
    const status = await postWebhook(compose(sent), timeoutMs, pending.signal);
    const { webhookId, subscription, eventType } = sent;
    attempts.push({ webhookId, subscriptionId: subscription.id, eventType, status });
    noteOutcome(subscription.id, status);
    return status;
  }
  async function tryAgain(sent: Sent): Promise<void> {
    for (const delay of retryDelaysMs) {
      const slept = await sleep(delay, true, { signal: pending.signal }).catch(() => false);
      if (!slept || !isRetried(await attempt(sent))) return;
    }
  }
  async function deliver(sent: Sent): Promise<void> {
    if (isRetried(await attempt(sent))) pending.track(tryAgain(sent));
  }
  function start(subscription: StoredSubscription, eventType: string, body: string): Promise<void> {
    const work = deliver({ webhookId: randomUUID(), subscription, eventType, body });
    pending.track(work);
    return work;
  }
  function envelope(eventType: string, resourceType: string, data: unknown): string {
    const event = {
      id: pagerDutyId('event', randomUUID()),
      event_type: eventType,
      resource_type: resourceType,
      occurred_at: instantNow(context),
      agent: null,
      client: null,
      data,
    };
    return JSON.stringify({ event });
  }
  return {
    async publish(eventType, serviceId, data) {
      const body = envelope(eventType, 'incident', data);
      const wanted = [...state.subscriptions.values()].filter(
        ({ active, temporarilyDisabled, events, filter }) =>
          active &&
          !temporarilyDisabled &&
          events.includes(eventType) &&
          (filter.type === 'account_reference' || filter.id === serviceId),
      );
      await Promise.all(wanted.map((subscription) => start(subscription, eventType, body)));
    },
    ping(subscription) {
      const body = envelope('pagey.ping', 'pagey', { message: 'Hello from your friend Pagey!', type: 'ping' });
      return start(subscription, 'pagey.ping', body);
    },
    list: () => [...attempts],
  };
}
