import { createHmac, randomUUID } from 'node:crypto';
import { defaultConnectionScope, WebhookResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();
const connect = (provider: 'github' | 'pagerduty', webhookSecret: string | null) =>
  api.store.connections.ensure({
    provider,
    account: randomUUID(),
    baseUrl: `https://api.${provider}.com`,
    scope: defaultConnectionScope,
    credential: 'unused',
    webhookSecret,
  });

async function deliver({ url }: WebhookResponse, secret: string | null): Promise<number> {
  const delivery = randomUUID();
  const body = JSON.stringify({ delivery });
  const signature = createHmac('sha256', secret ?? '')
    .update(body)
    .digest('hex');
  const headers = {
    'x-github-event': 'ping',
    'x-github-delivery': delivery,
    'x-hub-signature-256': `sha256=${signature}`,
  };
  return (await fetch(url, { method: 'POST', headers, body })).status;
}

async function isSyncQueued(connectionId: string): Promise<boolean> {
  const jobs = (await api.deps.producer.queues.get('ingest')?.getJobs()) ?? [];
  return jobs.some(({ name, data }) => name === 'check-connection' && data.connectionId === connectionId);
}

test('after a rotation, webhooks accept only the new and the previous secret', async () => {
  const { id } = await connect('github', 'the first');
  const before = WebhookResponse.parse((await api.ask('GET', `/v1/connections/${id}/webhook`)).body);
  expect(before.secret).toBe('the first');
  const { status, body } = await api.ask('POST', `/v1/connections/${id}/webhook-secret`);
  const after = WebhookResponse.parse(body);
  expect([status, after.url]).toEqual([201, before.url]);
  expect(after.secret).toMatch(/^[\w-]{43}$/u);
  for (const secret of [after.secret, before.secret]) expect(await deliver(after, secret)).toBe(202);
  expect(await deliver(after, 'another one')).toBe(401);
  // The workers set the new secret at the provider.
  expect(await isSyncQueued(id)).toBe(true);
});

test('renewing the secret of a PagerDuty webhook enqueues a sync, but only if Refrain created the webhook', async () => {
  const { id } = await connect('pagerduty', null);
  const renew = () => api.ask('POST', `/v1/connections/${id}/webhook-secret`);
  expect((await api.ask('GET', `/v1/connections/${id}/webhook`)).body.secret).toBeNull();
  expect(await renew()).toMatchObject({ status: 409, body: { detail: expect.stringContaining('by hand') } });
  await api.store.connections.setWebhook(id, { state: 'refused' }, { webhookId: 'PSUB', secret: 'made there' });
  expect(await renew()).toMatchObject({ status: 409 });
  await api.store.connections.setWebhook(id, { state: 'active' });
  expect(await isSyncQueued(id)).toBe(false);
  expect(await renew()).toMatchObject({ status: 202, body: { secret: 'made there' } });
  expect(await api.store.connections.readWebhook(id)).toMatchObject({ id: 'PSUB', state: 'active', isSecretDue: true });
  expect(await isSyncQueued(id)).toBe(true);
});

test('an archive has no webhook', async () => {
  const { body } = await api.ask('POST', '/v1/connections', { provider: 'archive', account: randomUUID() });
  const archive = (body.connection as { id: string }).id;
  expect(await api.ask('GET', `/v1/connections/${archive}/webhook`)).toMatchObject({ status: 409 });
  expect(await api.ask('POST', `/v1/connections/${archive}/webhook-secret`)).toMatchObject({ status: 409 });
});
