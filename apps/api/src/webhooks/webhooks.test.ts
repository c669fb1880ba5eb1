import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';

const api = await startApiUnderTest();
const secret = 'a webhook secret';

function connectGitHub(store: typeof api.store) {
  return store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    scope: { repositories: [], services: [] },
    credential: 'unused',
    webhookSecret: secret,
  });
}
const connection = await connectGitHub(api.store);

function deliver(url: string, id: string, body: string, delivery: string, signedWith = secret) {
  return fetch(`${url}/webhooks/github/${id}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'push',
      'x-github-delivery': delivery,
      'x-hub-signature-256': `sha256=${createHmac('sha256', signedWith).update(body).digest('hex')}`,
    },
    body,
  });
}

test('a signed delivery is stored once, whatever it says', async () => {
  const body = JSON.stringify({ something: 'nobody understands' });
  expect(await (await deliver(api.url, connection.id, body, 'd-1')).json()).toEqual({ stored: 1 });
  expect(await (await deliver(api.url, connection.id, body, 'd-1')).json()).toEqual({ stored: 0 });
  expect(await api.store.inbox.countUnprocessed(connection.id)).toBe(1);
});

test('a wrong signature, a missing one and an unknown address store nothing', async () => {
  const before = await api.store.inbox.countUnprocessed();
  expect((await deliver(api.url, connection.id, '{}', 'd-2', 'another secret')).status).toBe(401);
  const unsigned = await fetch(`${api.url}/webhooks/github/${connection.id}`, { method: 'POST', body: '{}' });
  expect(unsigned.status).toBe(401);
  expect((await deliver(api.url, 'no-such-connection', '{}', 'd-3')).status).toBe(404);
  const wrongProvider = await fetch(`${api.url}/webhooks/pagerduty/${connection.id}`, { method: 'POST', body: '{}' });
  expect(wrongProvider.status).toBe(404);
  expect(await api.store.inbox.countUnprocessed()).toBe(before);
});

test('with Redis away a delivery is still stored and answered, and the trouble is reported', async () => {
  const lonely = await startApiUnderTest({ redisUrl: 'redis://127.0.0.1:9' });
  const { id } = await connectGitHub(lonely.store);
  expect((await deliver(lonely.url, id, '{}', 'd-4')).status).toBe(202);
  expect(await lonely.store.inbox.countUnprocessed(id)).toBe(1);
  await expect.poll(() => lonely.errors.map(({ code }) => code), { timeout: 15_000 }).toEqual(['unavailable']);
});
