import { AppError } from '@refrain/domain';
import { z } from 'zod';
import type { EmulatedAccount } from './start-emulators.ts';

/** What a person does in the providers' own settings, by the providers' own APIs. */

const Hooks = z.array(z.object({ config: z.object({ url: z.string() }) }));
const Subscriptions = z.object({
  webhook_subscriptions: z.array(z.object({ delivery_method: z.object({ url: z.string() }) })),
});
const Subscribed = z.object({
  webhook_subscription: z.object({ delivery_method: z.object({ secret: z.string().nullish() }) }),
});
const Opened = z.object({ id: z.string() });

const githubEvents = ['pull_request', 'push', 'deployment_status', 'issues'];
const incidentEvents = [
  'triggered',
  'acknowledged',
  'annotated',
  'escalated',
  'priority_updated',
  'reopened',
  'resolved',
];

export async function hasGitHubWebhook(github: EmulatedAccount, url: string, signal: AbortSignal): Promise<boolean> {
  const hooks = await ask(github, 'GET', `/orgs/${github.account}/hooks?per_page=100`, undefined, Hooks, signal);
  return hooks.some((hook) => hook.config.url === url);
}

/** @see https://docs.github.com/en/rest/orgs/webhooks#create-an-organization-webhook */
export async function addGitHubWebhook(
  github: EmulatedAccount,
  webhook: { url: string; secret: string },
  signal: AbortSignal,
): Promise<void> {
  const config = { url: webhook.url, secret: webhook.secret, content_type: 'json', insecure_ssl: '0' };
  const body = { name: 'web', active: true, events: githubEvents, config };
  await ask(github, 'POST', `/orgs/${github.account}/hooks`, body, z.unknown(), signal);
}

export async function hasPagerDutyWebhook(
  pagerduty: EmulatedAccount,
  url: string,
  signal: AbortSignal,
): Promise<boolean> {
  const found = await ask(pagerduty, 'GET', '/webhook_subscriptions?limit=100', undefined, Subscriptions, signal);
  return found.webhook_subscriptions.some((subscription) => subscription.delivery_method.url === url);
}

/**
 * @see https://developer.pagerduty.com/api-reference/b3A6MjkyNDc4NA-create-a-webhook-subscription
 * @returns the secret by which PagerDuty signs: it makes it itself and tells it once
 */
export async function addPagerDutyWebhook(
  pagerduty: EmulatedAccount,
  url: string,
  signal: AbortSignal,
): Promise<string> {
  const subscription = {
    type: 'webhook_subscription',
    active: true,
    delivery_method: { type: 'http_delivery_method', url },
    description: 'Refrain',
    events: incidentEvents.map((event) => `incident.${event}`),
    filter: { type: 'account_reference' },
  };
  const body = { webhook_subscription: subscription };
  const answer = await ask(pagerduty, 'POST', '/webhook_subscriptions', body, Subscribed, signal);
  const { secret } = answer.webhook_subscription.delivery_method;
  if (!secret) throw new AppError('internal', 'PagerDuty gave no secret for the webhook');
  return secret;
}

/** Makes an incident happen on the emulated account, as if monitoring had raised it. */
export async function openIncident(
  pagerduty: EmulatedAccount,
  incident: { title: string; description: string; service: string },
  signal: AbortSignal,
): Promise<{ id: string }> {
  return ask(pagerduty, 'POST', '/_emulator/incidents', incident, Opened, signal);
}

async function ask<T extends z.ZodType>(
  account: EmulatedAccount,
  method: string,
  path: string,
  body: unknown,
  answer: T,
  signal: AbortSignal,
): Promise<z.output<T>> {
  const scheme = account.token.startsWith('ghp_') ? 'Bearer ' : 'Token token=';
  const response = await fetch(`${account.url}${path}`, {
    method,
    headers: {
      authorization: `${scheme}${account.token}`,
      accept: 'application/json',
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });
  const text = await response.text();
  if (!response.ok) {
    throw new AppError(
      'internal',
      `${method} ${account.url}${path} was answered ${response.status}: ${text.slice(0, 200)}`,
    );
  }
  return answer.parse(JSON.parse(text));
}
