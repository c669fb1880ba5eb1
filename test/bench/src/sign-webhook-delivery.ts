import { createHmac } from 'node:crypto';

interface SignedDelivery {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Signs a webhook delivery like the provider. A delivery from GitHub must be a `deployment_status` event. */
export function signWebhookDelivery(provider: 'github' | 'pagerduty', body: string, secret: string): SignedDelivery {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const json = { 'content-type': 'application/json' };
  return provider === 'pagerduty'
    ? { body, headers: { ...json, 'x-pagerduty-signature': `v1=${signature}` } }
    : {
        body,
        headers: { ...json, 'x-github-event': 'deployment_status', 'x-hub-signature-256': `sha256=${signature}` },
      };
}
