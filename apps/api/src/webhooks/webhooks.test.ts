import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { defaultScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { redisAway, startApiUnderTest } from '../api-under-test.ts';

const api = await startApiUnderTest();
const secret = 'a webhook secret';

function connectGitHub(store: typeof api.store) {
  return store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    scope: defaultScope,
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
  const lonely = await startApiUnderTest({ redisUrl: redisAway });
  const { id } = await connectGitHub(lonely.store);
  expect((await deliver(lonely.url, id, '{}', 'd-4')).status).toBe(202);
  expect(await lonely.store.inbox.countUnprocessed(id)).toBe(1);
  await expect.poll(() => lonely.errors.map(({ code }) => code), { timeout: 15_000 }).toEqual(['unavailable']);
});

/** Sends the head of a request and a first piece of its body, never the rest; gives the status of the answer. */
function beginPost(url: string, announced: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { 'content-length': announced } }, (response) => {
      resolve(response.statusCode);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.setTimeout(5_000, () => sent.destroy(new Error('The answer waits for the body')));
    sent.write('x'.repeat(1_000));
  });
}

const megabyte = 1024 * 1024;

test('what names no connection is answered before its body has come', async () => {
  for (const path of ['github/no-such-connection', `pagerduty/${connection.id}`, 'archive/x', 'x', 'a/b/c']) {
    expect([path, await beginPost(`${api.url}/webhooks/${path}`, 20 * megabyte)]).toEqual([path, 404]);
  }
});

test('a body is refused that is larger than its provider sends', async () => {
  const { id } = await api.store.connections.ensure({
    provider: 'pagerduty',
    account: 'acme',
    baseUrl: 'https://api.pagerduty.com',
    scope: null,
    credential: 'unused',
    webhookSecret: secret,
  });
  const send = (path: string, length: number) =>
    fetch(`${api.url}/webhooks/${path}`, { method: 'POST', body: Buffer.alloc(length) }).then(({ status }) => status);
  expect(await send(`pagerduty/${id}`, 2 * megabyte)).toBe(413);
  expect(await send(`pagerduty/${id}`, megabyte)).toBe(401);
  expect(await send(`github/${connection.id}`, 26 * megabyte)).toBe(413);
  const large = JSON.stringify({ text: 'x'.repeat(2 * megabyte) });
  expect((await deliver(api.url, connection.id, large, 'd-large')).status).toBe(202);
});

test('who tries addresses is stopped; deliveries from the same place still come in', async () => {
  const guessed = await startApiUnderTest();
  const { id } = await connectGitHub(guessed.store);
  const statuses = new Set<number>();
  for (let attempt = 0; attempt < 61; attempt += 1) {
    const response = await fetch(`${guessed.url}/webhooks/github/guess-${attempt}`, { method: 'POST' });
    statuses.add(response.status);
    const problem = await response.json();
    if (response.status === 429) expect(problem).toMatchObject({ code: 'rate_limited', retryable: true });
  }
  expect([...statuses]).toEqual([404, 429]);
  expect((await deliver(guessed.url, id, '{}', 'd-5')).status).toBe(202);
});
