import { AppError, type ErrorCode } from '@refrain/domain';
import { z } from 'zod';
import type { DesiredWebhook, EnsuredWebhook } from '../../contract/failure-source.ts';
import { nullIfNotFound } from '../../requests/provider-error.ts';
import { performWebhookWrite } from '../../writes/webhook-write.ts';
import type { WriteLog } from '../../writes/write-log.ts';
import { listServicesInScope } from '../access/services.ts';
import type { PagerDutyClient } from '../client/client.ts';
import { PagerDutyId } from '../client/id.ts';
import { maxItemsPerTimeWindow } from '../streams/windows.ts';

const path = '/webhook_subscriptions';
const what = 'the webhook subscriptions';
const limit = 100;
const description = 'Refrain: incidents as they happen';

/** Events that change the stored data of an incident. */
const events = [
  'incident.triggered',
  'incident.acknowledged',
  'incident.unacknowledged',
  'incident.reopened',
  'incident.resolved',
  'incident.annotated',
  'incident.priority_updated',
  'incident.service_updated',
  'incident.custom_field_values.updated',
];

const Filter = z.looseObject({ type: z.string(), id: z.string().nullish() });
type Filter = z.output<typeof Filter>;
const Subscription = z.looseObject({
  id: PagerDutyId,
  active: z.boolean().nullish(),
  events: z.array(z.string()).default([]),
  filter: Filter.nullish(),
  delivery_method: z.looseObject({
    url: z.string(),
    secret: z.string().nullish(),
    temporarily_disabled: z.boolean().nullish(),
  }),
});
type Subscription = z.output<typeof Subscription>;
const Page = z.object({ webhook_subscriptions: z.array(Subscription), more: z.boolean().default(false) });
const One = z.object({ webhook_subscription: Subscription });
const Anything = z.looseObject({});

/**
 * Ensures that one enabled subscription exists. PagerDuty creates a secret for each subscription and returns it only
 * once, so a changed URL or secret requires a new subscription. The next call deletes the previous subscription, so
 * that no events are lost.
 */
export async function ensureWebhookSubscription(
  client: PagerDutyClient,
  scope: readonly string[],
  wanted: DesiredWebhook,
): Promise<EnsuredWebhook> {
  const all = await listSubscriptions(client).catch((thrown: unknown) => refusedBy(thrown, ['permission_missing']));
  if (typeof all === 'string') return { id: wanted.id, state: 'refused', problem: all, secret: null };
  try {
    const key = keyOf(wanted.url);
    const ours = all.filter(({ delivery_method }) => keyOf(delivery_method.url) === key);
    const known = ours.find(({ id }) => id === wanted.id);
    for (const other of ours) if (other !== known) await remove(client, other);
    const filter = await filterOf(client, scope);
    const hasUrl = known?.delivery_method.url === wanted.url;
    if (known === undefined || !hasUrl || wanted.isSecretDue) return await create(client, wanted.url, filter);
    return await reenable(client, await updateSubscription(client, known, filter), wanted.hasReceived);
  } catch (thrown) {
    // The credential was just used for listing, so a 401 means that it is read-only.
    const problem = refusedBy(thrown, ['permission_missing', 'credential_rejected']);
    return { id: wanted.id, state: 'refused', problem, secret: null };
  }
}

/** Returns the last path segment of a URL, which stays the same when the address of Refrain changes. */
function keyOf(url: string): string | null {
  return URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? null) : null;
}

async function listSubscriptions(client: PagerDutyClient): Promise<Subscription[]> {
  const subscriptions: Subscription[] = [];
  for (let offset = 0; offset + limit <= maxItemsPerTimeWindow; offset += limit) {
    const query = { limit: String(limit), offset: String(offset) };
    const page = await client.request({ path, query, what }, Page);
    subscriptions.push(...page.webhook_subscriptions);
    if (!page.more) break;
  }
  return subscriptions;
}

async function filterOf(client: PagerDutyClient, scope: readonly string[]): Promise<Filter> {
  const services = await listServicesInScope(client, scope);
  const [only, ...others] = services ?? [];
  return only === undefined || others.length > 0
    ? { type: 'account_reference' }
    : { type: 'service_reference', id: only };
}

async function create(client: PagerDutyClient, url: string, filter: Filter): Promise<EnsuredWebhook> {
  const body = {
    webhook_subscription: {
      type: 'webhook_subscription',
      description,
      events,
      filter,
      delivery_method: { type: 'http_delivery_method', url },
    },
  };
  const { webhook_subscription: created } = await client.request({ method: 'POST', path, body, what }, One);
  return { id: created.id, state: 'silent', problem: null, secret: created.delivery_method.secret ?? null };
}

/** Updates the events and the filter of a subscription, and enables it. PagerDuty does not permit a new URL. */
async function updateSubscription(
  client: PagerDutyClient,
  subscription: Subscription,
  filter: Filter,
): Promise<Subscription> {
  const asWanted =
    subscription.active !== false &&
    subscription.filter?.type === filter.type &&
    (subscription.filter.id ?? null) === (filter.id ?? null) &&
    events.every((event) => subscription.events.includes(event));
  if (asWanted) return subscription;
  const body = { webhook_subscription: { events, filter, active: true } };
  const request = { method: 'PUT' as const, path: `${path}/${subscription.id}`, body, what };
  return (await client.request(request, One)).webhook_subscription;
}

/**
 * Enables a subscription that PagerDuty disabled because deliveries failed. Its state is `silent` until an event
 * arrives; otherwise each call would enable it again although deliveries still fail.
 */
async function reenable(
  client: PagerDutyClient,
  subscription: Subscription,
  hasReceived: boolean,
): Promise<EnsuredWebhook> {
  const { id } = subscription;
  const wasOff = subscription.delivery_method.temporarily_disabled ?? false;
  if (wasOff) await client.request({ method: 'POST', path: `${path}/${id}/enable`, what }, Anything);
  const { webhook_subscription: now } = wasOff
    ? await client.request({ path: `${path}/${id}`, what }, One)
    : { webhook_subscription: subscription };
  if (now.active === false || now.delivery_method.temporarily_disabled) {
    const problem =
      'PagerDuty has turned the webhook subscription off, because its events were not accepted: check that PagerDuty can reach this URL by HTTPS';
    return { id, state: 'disabled', problem, secret: null };
  }
  if (wasOff && hasReceived) return { id, state: 'silent', problem: null, secret: null, resetsReceived: true };
  if (!hasReceived) await client.request({ method: 'POST', path: `${path}/${id}/ping`, what }, Anything);
  return { id, state: hasReceived ? 'active' : 'silent', problem: null, secret: null };
}

async function remove(client: PagerDutyClient, { id }: Subscription): Promise<void> {
  await client.request({ method: 'DELETE', path: `${path}/${id}`, what }, Anything).catch(nullIfNotFound);
}

/** Returns advice if PagerDuty rejects the credential or the URL, and throws other errors. */
function refusedBy(thrown: unknown, refusals: readonly ErrorCode[]): string {
  if (thrown instanceof AppError && refusals.includes(thrown.code)) {
    return 'The PagerDuty credential may not create webhooks: use an API key that is not read-only, or grant the app webhook_subscriptions.write';
  }
  if (thrown instanceof AppError && thrown.context.status === 400) {
    return 'PagerDuty does not accept the webhook URL: use a public HTTPS URL with a certificate that is not self-signed';
  }
  throw thrown;
}

export function createWebhookLoggingClient(client: PagerDutyClient, account: string, log: WriteLog): PagerDutyClient {
  return {
    ...client,
    request(request, schema) {
      const { method = 'GET', path, body: content } = request;
      const send = () => client.request(request, schema);
      if (method === 'GET' || path.endsWith('/ping')) return send();
      return performWebhookWrite(log, { method, path, target: account, content }, send);
    },
  };
}
