import { createHmac } from 'node:crypto';

interface SignedDelivery {
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Signs a delivery like the provider: a `deployment_status` event of GitHub, any event of PagerDuty. */
export function signDelivery(provider: 'github' | 'pagerduty', body: string, secret: string): SignedDelivery {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const json = { 'content-type': 'application/json' };
  return provider === 'pagerduty'
    ? { body, headers: { ...json, 'x-pagerduty-signature': `v1=${signature}` } }
    : {
        body,
        headers: { ...json, 'x-github-event': 'deployment_status', 'x-hub-signature-256': `sha256=${signature}` },
      };
}
