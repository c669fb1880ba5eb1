import { AppError, type ErrorCode } from '@refrain/domain';
import { z } from 'zod';
import type { EnsuredWebhook, WantedWebhook } from '../../contract/failure-source.ts';
import { listServicesInScope } from '../access/services.ts';
import type { PagerDutyClient } from '../client/client.ts';
import { PagerDutyId } from '../client/id.ts';
import { maxPerWindow } from '../streams/windows.ts';

const path = '/webhook_subscriptions';
const what = 'the webhook subscriptions';
const limit = 100;
const description = 'Refrain: incidents as they happen';

/** The events that change what is stored of an incident. */
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
 * Ensures that one subscription with this address exists and is enabled. PagerDuty returns a secret only when the
 * subscription is created, and each subscription has its own. Therefore there is one for the whole account, or for the
 * only service in scope, and a subscription with an unknown secret is replaced. A ping is requested from the second
 * call on, when the secret is stored. A new secret or address needs a new subscription. The former one is deleted with
 * the second call too, so that no events are lost; what both deliver meanwhile is stored once by the event's id.
 */
export async function ensureSubscription(
  client: PagerDutyClient,
  scope: readonly string[],
  wanted: WantedWebhook,
  signal: AbortSignal,
): Promise<EnsuredWebhook> {
  const all = await listSubscriptions(client, signal).catch((thrown: unknown) =>
    refusedBy(thrown, ['permission_missing']),
  );
  if (typeof all === 'string') return { id: wanted.id, state: 'refused', problem: all, secret: null };
  try {
    const key = keyOf(wanted.url);
    const ours = all.filter(({ delivery_method }) => keyOf(delivery_method.url) === key);
    const known = ours.find(({ id }) => id === wanted.id);
    for (const other of ours) if (other !== known) await remove(client, other, signal);
    const filter = await filterOf(client, scope, signal);
    const isThere = known?.delivery_method.url === wanted.url;
    if (known === undefined || !isThere || wanted.isSecretDue) return await create(client, wanted.url, filter, signal);
    return await reenable(client, await updateSubscription(client, known, filter, signal), wanted.hasReceived, signal);
  } catch (thrown) {
    // The credential has just been used for listing, so it is valid.
    const problem = refusedBy(thrown, ['permission_missing', 'credential_rejected']);
    return { id: wanted.id, state: 'refused', problem, secret: null };
  }
}

/** Returns the part of an address that stays the same when Refrain moves to another one. */
function keyOf(url: string): string | null {
  return URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? null) : null;
}

async function listSubscriptions(client: PagerDutyClient, signal: AbortSignal): Promise<Subscription[]> {
  const subscriptions: Subscription[] = [];
  for (let offset = 0; offset + limit <= maxPerWindow; offset += limit) {
    const query = { limit: String(limit), offset: String(offset) };
    const page = await client.request({ path, query, what }, Page, signal);
    subscriptions.push(...page.webhook_subscriptions);
    if (!page.more) break;
  }
  return subscriptions;
}

async function filterOf(client: PagerDutyClient, scope: readonly string[], signal: AbortSignal): Promise<Filter> {
  const services = await listServicesInScope(client, scope, signal);
  const [only, ...others] = services ?? [];
  return only === undefined || others.length > 0
    ? { type: 'account_reference' }
    : { type: 'service_reference', id: only };
}

async function create(
  client: PagerDutyClient,
  url: string,
  filter: Filter,
  signal: AbortSignal,
): Promise<EnsuredWebhook> {
  const body = {
    webhook_subscription: {
      type: 'webhook_subscription',
      description,
      events,
      filter,
      delivery_method: { type: 'http_delivery_method', url },
    },
  };
  const { webhook_subscription: created } = await client.request({ method: 'POST', path, body, what }, One, signal);
  return { id: created.id, state: 'silent', problem: null, secret: created.delivery_method.secret ?? null };
}

/** Updates events, filter and whether it is enabled; the address cannot be changed. */
async function updateSubscription(
  client: PagerDutyClient,
  subscription: Subscription,
  filter: Filter,
  signal: AbortSignal,
): Promise<Subscription> {
  const asWanted =
    subscription.active !== false &&
    subscription.filter?.type === filter.type &&
    (subscription.filter.id ?? null) === (filter.id ?? null) &&
    events.every((event) => subscription.events.includes(event));
  if (asWanted) return subscription;
  const body = { webhook_subscription: { events, filter, active: true } };
  const request = { method: 'PUT' as const, path: `${path}/${subscription.id}`, body, what };
  return (await client.request(request, One, signal)).webhook_subscription;
}

/**
 * Enables a disabled subscription. PagerDuty disables one for a day after three undelivered events in a row; the next
 * sync reads what it dropped. A subscription that was disabled counts as silent until an event arrives, because
 * otherwise it would be enabled forever while its events are refused.
 */
async function reenable(
  client: PagerDutyClient,
  subscription: Subscription,
  hasReceived: boolean,
  signal: AbortSignal,
): Promise<EnsuredWebhook> {
  const { id } = subscription;
  const wasOff = subscription.delivery_method.temporarily_disabled ?? false;
  if (wasOff) await client.request({ method: 'POST', path: `${path}/${id}/enable`, what }, Anything, signal);
  const { webhook_subscription: now } = wasOff
    ? await client.request({ path: `${path}/${id}`, what }, One, signal)
    : { webhook_subscription: subscription };
  if (now.active === false || now.delivery_method.temporarily_disabled) {
    const problem =
      'PagerDuty has turned the webhook subscription off, since its events were not taken: check that PagerDuty reaches this address by HTTPS';
    return { id, state: 'disabled', problem, secret: null };
  }
  if (wasOff && hasReceived) return { id, state: 'silent', problem: null, secret: null, resetsReceived: true };
  if (!hasReceived) await client.request({ method: 'POST', path: `${path}/${id}/ping`, what }, Anything, signal);
  return { id, state: hasReceived ? 'active' : 'silent', problem: null, secret: null };
}

async function remove(client: PagerDutyClient, { id }: Subscription, signal: AbortSignal): Promise<void> {
  try {
    await client.request({ method: 'DELETE', path: `${path}/${id}`, what }, Anything, signal);
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'not_found')) throw thrown;
  }
}

/**
 * Returns advice for a refusal of the credential or the address, which a person can resolve. Throws all other errors.
 */
function refusedBy(thrown: unknown, refusals: readonly ErrorCode[]): string {
  if (thrown instanceof AppError && refusals.includes(thrown.code)) {
    return 'The PagerDuty credential may not create webhooks: use an API key that is not read-only, or grant the app webhook_subscriptions.write';
  }
  if (thrown instanceof AppError && thrown.context.status === 400) {
    return 'PagerDuty does not accept the webhook address: it must be a public HTTPS address with a certificate that is not self-signed';
  }
  throw thrown;
}
