import type { StoredSubscription } from './pagerduty-state.ts';

/** A webhook subscription; its secret is shown once, in the answer to its creation. */
export function presentSubscription(subscription: StoredSubscription, withSecret: boolean) {
  return {
    id: subscription.id,
    type: 'webhook_subscription',
    active: subscription.active,
    delivery_method: {
      id: `${subscription.id}D`,
      type: 'http_delivery_method',
      url: subscription.url,
      secret: withSecret ? subscription.secret : null,
      temporarily_disabled: subscription.temporarilyDisabled,
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
