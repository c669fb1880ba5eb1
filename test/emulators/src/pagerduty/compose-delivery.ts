import { createHmac } from 'node:crypto';
import type { WebhookRequest } from '../http/post-webhook.ts';
import type { StoredWebhookSubscription } from './pagerduty-state.ts';

/** Size in bytes above which PagerDuty trims long texts in an event (https://developer.pagerduty.com/docs/webhooks-behavior). */
export const trimEventAboveBytes = 55 * 1024;
/** Size in bytes above which PagerDuty drops the event. */
export const dropEventAboveBytes = 256 * 1024;

export interface OutgoingWebhookEvent {
  /** `X-Webhook-Id`, the same for each attempt. */
  readonly webhookId: string;
  readonly subscriptionId: string;
  readonly eventType: string;
  readonly body: string;
}

/** Returns the body of an event, trimmed if it is long; null if it is too long to be sent. */
export function composeEventBody(event: Readonly<Record<string, unknown>>): string | null {
  const whole = JSON.stringify({ event });
  const bytes = Buffer.byteLength(whole);
  if (bytes > dropEventAboveBytes) return null;
  if (bytes <= trimEventAboveBytes) return whole;
  return JSON.stringify({ event: { ...event, data: trimmed(event.data, bytes - trimEventAboveBytes) } });
}

/** Shortens a note's text by at least `byBytes`. Returns data without such a text unchanged. */
function trimmed(data: unknown, byBytes: number): unknown {
  if (typeof data !== 'object' || data === null || !('content' in data)) return data;
  const bytes = Buffer.from(String(data.content));
  const shortened = bytes.subarray(0, Math.max(0, bytes.length - byBytes));
  return { ...data, content: shortened.toString().replace(/\uFFFD+$/u, ''), trimmed: true };
}

function signatures(subscription: StoredWebhookSubscription, body: string, now: number): string {
  const { secret, former } = subscription;
  const secrets = former && Date.parse(former.until) > now ? [secret, former.secret] : [secret];
  return secrets.map((one) => `v1=${createHmac('sha256', one).update(body).digest('hex')}`).join(',');
}

/**
 * Signs a delivery, with the old and the new secret for a day after a rotation
 * (https://developer.pagerduty.com/docs/verifying-webhook-signatures).
 */
export function composeDelivery(
  subscription: StoredWebhookSubscription,
  sent: OutgoingWebhookEvent,
  now: number,
): WebhookRequest {
  const custom = Object.fromEntries(subscription.customHeaders.map(({ name, value }) => [name, value]));
  return {
    url: subscription.url,
    body: sent.body,
    headers: {
      ...custom,
      'content-type': 'application/json',
      'user-agent': 'PagerDuty-Webhook/V3.0',
      'x-pagerduty-signature': signatures(subscription, sent.body, now),
      'x-webhook-id': sent.webhookId,
      'x-webhook-subscription': subscription.id,
    },
  };
}
