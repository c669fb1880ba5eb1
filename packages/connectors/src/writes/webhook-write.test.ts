import { AppError, type IntendedWrite, type WriteOutcome } from '@refrain/domain';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { GitHubClient } from '../github/client/client.ts';
import { createHookLoggingClient } from '../github/webhooks/hooks.ts';
import type { PagerDutyClient } from '../pagerduty/client/client.ts';
import { createWebhookLoggingClient } from '../pagerduty/webhooks/webhook-subscription.ts';
import type { WriteLog } from './write-log.ts';

function keepLog() {
  const writes: IntendedWrite[] = [];
  const outcomes: WriteOutcome['state'][] = [];
  const log: WriteLog = {
    begin: async (write) => String(writes.push(write)),
    complete: async (_id, { state }) => void outcomes.push(state),
  };
  return { log, writes, outcomes };
}

const config = { url: 'https://refrain.test/webhooks/github/c1/the-key', secret: 'the secret' };

/** Creates a client for a server that accepts or rejects every request. */
function github(refuses = false): GitHubClient {
  const ask = async () => {
    if (refuses) throw new AppError('permission_missing', 'No', { context: { status: 403 } });
    return { status: 200, data: {}, headers: {} };
  };
  const client = { request: ask, requestIfAny: ask } as unknown as GitHubClient;
  return Object.assign(client, { urgent: client });
}

test('logs the setup of a GitHub webhook without the secret and the key in its URL', async () => {
  const { log, writes, outcomes } = keepLog();
  const { urgent } = createHookLoggingClient(github(), log);
  const made = { method: 'POST', url: '/orgs/acme/hooks', parameters: { name: 'web', config }, what: 'hooks' } as const;
  await urgent.request(made, z.unknown());
  await urgent.request({ method: 'PATCH', url: '/app/hook/config', parameters: config, what: 'hook' }, z.unknown());
  expect(writes.map(({ action, target }) => [action, target])).toEqual([
    ['set_up_webhook', 'acme'],
    ['set_up_webhook', 'the GitHub App'],
  ]);
  expect(JSON.stringify(writes)).not.toMatch(/the secret|the-key/u);
  expect(JSON.stringify(writes)).toContain('https://refrain.test/webhooks/github/c1/…');
  expect(outcomes).toEqual(['done', 'done']);
});

test('does not log reads, pings and redelivery requests of webhooks', async () => {
  const { log, writes } = keepLog();
  const client = createHookLoggingClient(github(), log);
  await client.request({ url: '/orgs/acme/hooks', what: 'hooks' }, z.unknown());
  await client.request({ method: 'POST', url: '/orgs/acme/hooks/1/pings', what: 'a ping' }, z.unknown());
  const again = { method: 'POST', url: '/app/hook/deliveries/1/attempts', what: 'a delivery' } as const;
  await client.requestIfAny(again, [], z.unknown());
  expect(writes).toEqual([]);
});

test('logs a rejected webhook setup', async () => {
  const { log, writes, outcomes } = keepLog();
  const client = createHookLoggingClient(github(true), log);
  const made = { method: 'POST', url: '/repos/acme/api/hooks', what: 'hooks' } as const;
  await expect(client.request(made, z.unknown())).rejects.toThrow('No');
  expect([writes[0]?.target, outcomes]).toEqual(['acme/api', ['refused']]);
});

test('logs the setup of a PagerDuty webhook subscription', async () => {
  const { log, writes } = keepLog();
  const client = createWebhookLoggingClient({ request: async () => ({}) } as unknown as PagerDutyClient, 'acme', log);
  const path = '/webhook_subscriptions';
  const body = { webhook_subscription: { delivery_method: { url: config.url } } };
  await client.request({ method: 'POST', path, body, what: 'it' }, z.unknown());
  await client.request({ method: 'DELETE', path: `${path}/P1`, what: 'it' }, z.unknown());
  await client.request({ method: 'POST', path: `${path}/P1/ping`, what: 'it' }, z.unknown());
  await client.request({ path, what: 'it' }, z.unknown());
  expect(writes.map(({ target, content }) => [target, content.method])).toEqual([
    ['acme', 'POST'],
    ['acme', 'DELETE'],
  ]);
  expect(JSON.stringify(writes)).not.toContain('the-key');
});
