import { providers } from '@refrain/connectors';
import { type Failure, hourInMs, type RawRecord } from '@refrain/domain';
import { signDelivery } from '../sign-delivery.ts';
import { createGitHubDeliveryBodies, createPagerDutyDeliveryBodies } from '../webhook-bodies.ts';

const secret = 'bench webhook secret';

/** Stores a webhook delivery of the failure like the API. Each repetition (`round`) shifts all times by an hour. */
export async function storeDelivery(
  provider: 'github' | 'pagerduty',
  number: number,
  failure: Failure,
  round: number,
): Promise<RawRecord[]> {
  const at = new Date(Date.parse(failure.occurredAt) + round * hourInMs).toISOString();
  const body = provider === 'github' ? deploymentBody(number, failure, at) : incidentBody(number, failure, at);
  const { headers } = signDelivery(provider, body, secret);
  return providers.receiveWebhook(provider, { headers, body: Buffer.from(body) }, [secret]);
}

function deploymentBody(number: number, { title }: Failure, at: string): string {
  const event = JSON.parse(createGitHubDeliveryBodies(number));
  Object.assign(event.deployment, { created_at: at, updated_at: at });
  Object.assign(event.deployment_status, { created_at: at, updated_at: at, description: title.slice(0, 140) });
  return JSON.stringify(event);
}

function incidentBody(number: number, { title, text }: Failure, at: string): string {
  const delivery = JSON.parse(createPagerDutyDeliveryBodies(number));
  delivery.event.occurred_at = at;
  Object.assign(delivery.event.data, { title, created_at: at, body: { type: 'incident_body', details: text } });
  return JSON.stringify(delivery);
}
