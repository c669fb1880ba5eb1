import { z } from 'zod';
import type { DesiredWebhook, EnsuredWebhook } from '../../contract/failure-source.ts';
import type { GitHubClient } from '../client/client.ts';
import { appHookEvents, hookEvents, listMissingHookEvents } from './hook-events.ts';
import { appHookPath } from './hook-paths.ts';
import { describeHookDeliveryProblem, findLastHookDelivery } from './last-delivery.ts';

const HookConfig = z.looseObject({ url: z.string().nullish(), content_type: z.string().nullish() });
const App = z.looseObject({
  events: z.array(z.string()).default([]),
  permissions: z.record(z.string(), z.string()).default({}),
});

/**
 * Sets URL and secret of an App's own webhook. Only the App's owner can enable the webhook and choose its events.
 * Requests the last delivery again, since there is no ping.
 */
export async function ensureAppHook(client: GitHubClient, wanted: DesiredWebhook): Promise<EnsuredWebhook> {
  const what = "the App's webhook";
  const url = `${appHookPath}/config`;
  const { data: present } = await client.request({ url, what }, HookConfig);
  const isRight = present.url === wanted.url && present.content_type === 'json';
  // GitHub does not return the secret, so it is set again until a delivery arrives.
  if (!isRight || !wanted.hasReceived) {
    const config = { url: wanted.url, content_type: 'json', secret: wanted.secret, insecure_ssl: '0' };
    await client.request({ method: 'PATCH', url, parameters: config, what }, HookConfig);
  }
  const problem = isRight && !wanted.hasReceived ? await redeliverLast(client, wanted.url) : null;
  return {
    id: appHookPath,
    state: wanted.hasReceived && isRight ? 'active' : 'silent',
    problem: problem ?? (await eventProblem(client)),
    secret: null,
    ...(wanted.hasReceived && present.url !== wanted.url ? { resetsReceived: true } : {}),
  };
}

/** Requests the last delivery again. Returns why no delivery has arrived; null if unknown. */
async function redeliverLast(client: GitHubClient, url: string): Promise<string | null> {
  const last = await findLastHookDelivery(client, appHookPath);
  if (last === null) {
    return 'The GitHub App has not sent anything yet: if this persists, check that its webhook is marked as active in its settings';
  }
  const again = { method: 'POST', url: `${appHookPath}/deliveries/${last.id}/attempts`, what: 'a delivery' } as const;
  await client.requestIfAny(again, [400, 404, 422], z.unknown());
  return describeHookDeliveryProblem(last, url);
}

async function eventProblem(client: GitHubClient): Promise<string | null> {
  const { data } = await client.request({ url: '/app', what: 'the App' }, App);
  // An App that may not write checks needs no events of buttons in checks.
  const missing = listMissingHookEvents(data.events, data.permissions.checks === 'write' ? appHookEvents : hookEvents);
  if (missing.length === 0) return null;
  return `The GitHub App is not subscribed to ${missing.join(', ')}: tick these under "Subscribe to events" in its settings`;
}
