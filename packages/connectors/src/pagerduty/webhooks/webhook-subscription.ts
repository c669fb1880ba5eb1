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

/** Those that change what is kept of an incident. */
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
 * Makes one subscription with this address be there and be enabled. PagerDuty tells a secret once, with its creation, and
 * signs the events of each subscription with its own: so there is one for the whole account, or for the one service that
 * the scope leaves, and one whose secret is not known is replaced. It is asked for a ping from the second call on, when its
 * secret is kept. A new secret or address is a new subscription: the former one goes with the second call too, so that none
 * of its events is lost; what both deliver meanwhile is one by its event's id.
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
    return await keepGoing(client, await updateSubscription(client, known, filter, signal), wanted.hasReceived, signal);
  } catch (thrown) {
    // What it has just listed with cannot be a wrong credential.
    const problem = refusedBy(thrown, ['permission_missing', 'credential_rejected']);
    return { id: wanted.id, state: 'refused', problem, secret: null };
  }
}

/** What a move of Refrain to another address leaves as it is. */
function keyOf(url: string): string | null {
  return URL.canParse(url) ? (new URL(url).pathname.split('/').at(-1) ?? null) : null;
}

async function listSubscriptions(client: PagerDutyClient, signal: AbortSignal): Promise<Subscription[]> {
  const subscriptions: Subscription[] = [];
  for (let offset = 0; offset + limit <= maxPerWindow; offset += limit) {
    const query = { limit: String(limit), offset: String(offset) };
    const page = await client.ask({ path, query, what }, Page, signal);
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
  const { webhook_subscription: made } = await client.ask({ method: 'POST', path, body, what }, One, signal);
  return { id: made.id, state: 'silent', problem: null, secret: made.delivery_method.secret ?? null };
}

/** Events, filter and whether it is on can be changed; the address cannot. */
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
  return (await client.ask(request, One, signal)).webhook_subscription;
}

/**
 * PagerDuty turns a subscription off for a day after three events in a row that nobody took; what it dropped, the next sync
 * reads. One that was turned off has to be heard anew: as long as its events are refused, it would be turned on for ever.
 */
async function keepGoing(
  client: PagerDutyClient,
  subscription: Subscription,
  hasReceived: boolean,
  signal: AbortSignal,
): Promise<EnsuredWebhook> {
  const { id } = subscription;
  const wasOff = subscription.delivery_method.temporarily_disabled ?? false;
  if (wasOff) await client.ask({ method: 'POST', path: `${path}/${id}/enable`, what }, Anything, signal);
  const { webhook_subscription: now } = wasOff
    ? await client.ask({ path: `${path}/${id}`, what }, One, signal)
    : { webhook_subscription: subscription };
  if (now.active === false || now.delivery_method.temporarily_disabled) {
    const problem =
      'PagerDuty has turned the webhook subscription off, since its events were not taken: check that PagerDuty reaches this address by HTTPS';
    return { id, state: 'disabled', problem, secret: null };
  }
  if (wasOff && hasReceived) return { id, state: 'silent', problem: null, secret: null, resetsReceived: true };
  if (!hasReceived) await client.ask({ method: 'POST', path: `${path}/${id}/ping`, what }, Anything, signal);
  return { id, state: hasReceived ? 'active' : 'silent', problem: null, secret: null };
}

async function remove(client: PagerDutyClient, { id }: Subscription, signal: AbortSignal): Promise<void> {
  try {
    await client.ask({ method: 'DELETE', path: `${path}/${id}`, what }, Anything, signal);
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === 'not_found')) throw thrown;
  }
}

/** What the credential may not do, or the address cannot be, is a state that a person can change: says how. All else is thrown. */
function refusedBy(thrown: unknown, refusals: readonly ErrorCode[]): string {
  if (thrown instanceof AppError && refusals.includes(thrown.code)) {
    return 'The PagerDuty credential may not create webhooks: use an API key that is not read-only, or grant the app webhook_subscriptions.write';
  }
  if (thrown instanceof AppError && thrown.context.status === 400) {
    return 'PagerDuty does not accept the webhook address: it must be a public HTTPS address with a certificate that is not self-signed';
  }
  throw thrown;
}
