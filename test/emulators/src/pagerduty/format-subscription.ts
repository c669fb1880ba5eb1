import type { StoredWebhookSubscription } from './pagerduty-state.ts';

/** Returns whether the subscription is temporarily disabled after too many refused deliveries. */
export function isSubscriptionDisabled({ disabledUntil }: StoredWebhookSubscription, now: number): boolean {
  return disabledUntil !== null && Date.parse(disabledUntil) > now;
}

/** Formats a webhook subscription. PagerDuty shows the secret only in the response to the creation. */
export function formatSubscription(subscription: StoredWebhookSubscription, withSecret: boolean, now: number) {
  return {
    id: subscription.id,
    type: 'webhook_subscription',
    active: subscription.active,
    delivery_method: {
      id: `${subscription.id}D`,
      type: 'http_delivery_method',
      url: subscription.url,
      secret: withSecret ? subscription.secret : null,
      temporarily_disabled: isSubscriptionDisabled(subscription, now),
      custom_headers: subscription.customHeaders.map(({ name, value }) => ({
        name,
        value: withSecret ? value : '<redacted>',
      })),
    },
    description: subscription.description,
    events: subscription.events,
    filter: subscription.filter,
  };
}
