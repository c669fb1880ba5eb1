import { AppError, type ConnectionHealth, type ErrorCode } from '@refrain/domain';
import { z } from 'zod';
import type { PagerDutyClient } from '../client/client.ts';
import type { PagerDutyRequest } from '../client/sender.ts';
import { listServices } from './services.ts';

const Anything = z.looseObject({});

/** Pairs of a scope, named as on PagerDuty's settings page, and what Refrain cannot read or do without the scope. */
const costsOfScopes: readonly (readonly [string, string])[] = [
  ['incidents.read', 'every incident'],
  ['services.read', 'the names of services, and choosing among them'],
  ['change_events.read', 'deployments that pipelines report to PagerDuty'],
  ['incidents.write', 'notes on incidents that have happened before'],
  ['webhook_subscriptions.read', 'webhooks: incidents arrive with the next poll'],
  ['webhook_subscriptions.write', 'webhooks: incidents arrive with the next poll'],
];

const scopesToWrite = ['incidents.write', 'webhook_subscriptions.read', 'webhook_subscriptions.write'];
const costsOfReadOnly = 'webhooks, and notes on incidents that have happened before';

/** Pings a subscription that does not exist, which changes nothing. A read-only key gets status 403. */
const nowhere = '/webhook_subscriptions/PREFRAINPROBE/ping';

/** Verifies an app by its granted scopes, and an API key by test requests. Visible services are not required. */
export async function verifyPagerDutyAccount(client: PagerDutyClient, account: string): Promise<ConnectionHealth> {
  const scopes = await client.scopes();
  const missing = scopes === null ? await probeKey(client) : missingScopes(scopes);
  const services = missing.some(({ permission }) => permission === 'services.read') ? [] : await listServices(client);
  const budget = client.budget();
  return {
    account: services.map((service) => subdomainOf(service.html_url)).find((name) => name !== null) ?? account,
    visible: services.map((service) => service.name).sort(),
    missing,
    budget: budget && { ...budget, resetsAt: new Date(budget.resetsAt).toISOString() },
    respondedAt: client.respondedAt(),
  };
}

type Missing = ConnectionHealth['missing'];

function missingScopes(granted: readonly string[]): Missing {
  return costsOfScopes
    .filter(([scope]) => !granted.includes(scope))
    .map(([permission, costs]) => ({ permission, costs, ...(isOfWebhooks(permission) ? { isOptional: true } : {}) }));
}

/** Tells whether a scope is only for webhooks. Such a scope is optional, because Refrain also polls. */
function isOfWebhooks(scope: string): boolean {
  return scope.startsWith('webhook_subscriptions.');
}

/** Sends test requests to find out what an API key may read and write. A user's key has only the user's permissions. */
async function probeKey(client: PagerDutyClient): Promise<Missing> {
  const query = { limit: '1' };
  const probes: readonly (readonly [string, PagerDutyRequest])[] = [
    ['services.read', { path: '/services', query, what: 'the services' }],
    ['incidents.read', { path: '/incidents', query, what: 'the incidents' }],
    ['change_events.read', { path: '/change_events', query, what: 'the change events' }],
  ];
  const seen: string[] = [];
  for (const [scope, request] of probes) {
    if (!(await isRefused(client, request, ['permission_missing']))) seen.push(scope);
  }
  const missing = missingScopes([...seen, ...scopesToWrite]);
  const probe: PagerDutyRequest = { method: 'POST', path: nowhere, what: 'the webhook subscriptions' };
  // The key was just used for reading, so a 401 also means that it is read-only.
  const isReadOnly = await isRefused(client, probe, ['permission_missing', 'credential_rejected']);
  return isReadOnly
    ? [...missing, { permission: 'an API key that is not read-only', costs: costsOfReadOnly, isOptional: true }]
    : missing;
}

async function isRefused(
  client: PagerDutyClient,
  request: PagerDutyRequest,
  refusals: readonly ErrorCode[],
): Promise<boolean> {
  try {
    await client.request(request, Anything);
    return false;
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    if (refusals.includes(thrown.code)) return true;
    if (thrown.code === 'not_found' || thrown.context.status === 400) return false;
    throw thrown;
  }
}

function subdomainOf(url: string | null | undefined): string | null {
  return /^https:\/\/([a-z\d-]{1,63})(?:\.eu)?\.pagerduty\.com\//u.exec(url ?? '')?.[1] ?? null;
}
