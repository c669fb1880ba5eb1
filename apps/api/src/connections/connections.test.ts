import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultScope } from '@refrain/domain';
import { afterAll, expect, test } from 'vitest';
import { redisAway, startApiUnderTest } from '../api-under-test.ts';
import { startProviderUnderTest } from '../provider-under-test.ts';

const api = await startApiUnderTest();

const refusing = createServer((_request, response) => {
  response.writeHead(401, { 'content-type': 'application/json' }).end('{"message":"Bad credentials"}');
});
await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
const refusingUrl = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`;
afterAll(() => refusing.close());

test('a refused credential, an unreachable host and a strange address each say what to do, and store nothing', async () => {
  const connect = (baseUrl: string) =>
    api.ask('POST', '/v1/connections', { provider: 'github', account: 'acme', baseUrl, credential: 'canary-token' });
  const refused = await connect(refusingUrl);
  expect(refused).toMatchObject({ status: 422, body: { code: 'credential_rejected' } });
  const unreachable = await connect('http://127.0.0.1:9');
  expect(unreachable).toMatchObject({ status: 502, body: { code: 'provider_unreachable' } });
  const plain = await connect('http://github.example');
  expect(plain).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(JSON.stringify([refused, unreachable, plain])).not.toContain('canary-token');
  expect((await api.ask('GET', '/v1/connections')).body.items).toEqual([]);
});

interface Connected {
  readonly connection: { readonly id: string; readonly account: string; readonly baseUrl: string };
  readonly webhook: { readonly url: string; readonly secret: string | null };
}

const provider = await startProviderUnderTest();
const { port: providerPort } = new URL(provider.url);

function attempt(wanted: object) {
  return api.ask('POST', '/v1/connections', { baseUrl: provider.url, credential: 'token', ...wanted });
}

async function connect(wanted: object): Promise<Connected> {
  const { status, body } = await attempt(wanted);
  expect([status, body]).toEqual([201, expect.anything()]);
  return body as unknown as Connected;
}

test('one account is one connection, however it and its address are spelled', async () => {
  const first = await connect({ provider: 'github', account: 'acme' });
  expect(first.connection).toMatchObject({ account: 'Acme', baseUrl: `http://127.0.0.1:${providerPort}` });
  for (const account of ['ACME', 'Acme', ' acme ']) {
    expect((await connect({ provider: 'github', account })).connection.id).toBe(first.connection.id);
  }
  for (const baseUrl of [`HTTP://127.0.0.1:${providerPort}/`, `http://127.0.0.1:${providerPort}//`]) {
    expect((await connect({ provider: 'github', account: 'acme', baseUrl })).connection.id).toBe(first.connection.id);
  }
  const empty = await connect({ provider: 'github', account: 'EMPTY' });
  expect(empty.connection.account).toBe('Empty');
  expect((await connect({ provider: 'github', account: 'empty' })).connection.id).toBe(empty.connection.id);
  const service = await connect({ provider: 'pagerduty', account: 'my team' });
  expect(service.connection.account).toBe('acme-prod');
  expect((await connect({ provider: 'pagerduty' })).connection.id).toBe(service.connection.id);
  for (const { id } of await api.store.connections.list()) await api.store.connections.remove(id);
});

test('an account whose name the provider does not tell: how to give it is said to both who may ask', async () => {
  const services = provider.answers['/services'];
  provider.answers['/services'] = { services: [], more: false };
  const { status, body } = await attempt({ provider: 'pagerduty' });
  provider.answers['/services'] = services;
  expect(status).toBe(400);
  expect(body.detail).toMatch(/give it as `account`/u);
});

test('a new token changes neither the webhook secret nor the scope', async () => {
  const scope = { ...defaultScope, repositories: ['acme/a*'] };
  const first = await connect({ provider: 'github', account: 'acme', scope });
  expect(first.webhook.secret).toMatch(/^[\da-f]{64}$/u);
  const rotated = await connect({ provider: 'github', account: 'acme', credential: 'token 2' });
  expect(rotated).toMatchObject({ connection: { scope }, webhook: first.webhook });
  expect(await api.store.connections.readCredential(first.connection.id)).toBe('token 2');
  const wide = await connect({ provider: 'github', account: 'acme', scope: {}, webhookSecret: 'given' });
  expect(wide).toMatchObject({ connection: { scope: { repositories: [] } }, webhook: { secret: 'given' } });
  await api.store.connections.remove(first.connection.id);
});

test('PagerDuty makes the secret itself: none is made up for it, the one that is given stays', async () => {
  const first = await connect({ provider: 'pagerduty' });
  const path = await api.store.connections.webhookPath(first.connection.id);
  expect(path).toMatch(/^\/webhooks\/pagerduty\/[\w-]+\/[\w-]{20,}$/u);
  expect(first.webhook).toEqual({ url: api.url + path, secret: null });
  await connect({ provider: 'pagerduty', webhookSecret: 'from PagerDuty' });
  expect((await connect({ provider: 'pagerduty' })).webhook.secret).toBe('from PagerDuty');
  await api.store.connections.remove(first.connection.id);
});

test('PagerDuty: no other secret than that of the webhook that it made for Refrain', async () => {
  const first = await connect({ provider: 'pagerduty' });
  const { id } = first.connection;
  const { connections } = api.store;
  await connections.setWebhook(id, { state: 'active' }, { webhookId: 'PSUB', secret: 'made there' });
  const given = { provider: 'pagerduty', webhookSecret: 'given' };
  expect(await attempt(given)).toMatchObject({
    status: 409,
    body: {
      detail: expect.stringContaining(`leave the webhook secret out; for a new one, POST /v1/connections/${id}/`),
    },
  });
  expect((await connections.findReceiver(id))?.secrets).toEqual(['made there']);
  // Who may not look any more may have made another one by hand.
  await connections.setWebhook(id, { state: 'refused' });
  expect((await connect(given)).webhook.secret).toBe('given');
  expect(await connections.readWebhook(id)).toMatchObject({ id: null });
  await api.store.connections.remove(first.connection.id);
});

test.each(['http://user:canary@127.0.0.1', 'http://127.0.0.1/?token=canary', 'http://127.0.0.1/#canary'])(
  'the address %s is refused, without what may be secret in it',
  async (baseUrl) => {
    const wanted = { provider: 'github', account: 'acme', credential: 'token', baseUrl };
    const { status, body } = await api.ask('POST', '/v1/connections', wanted);
    expect([status, body.detail]).toEqual([400, expect.stringContaining('may hold no user, password, query')]);
    expect(String(body.detail)).not.toContain('canary');
  },
);

test('what is no address at all is refused as well', async () => {
  const wanted = { provider: 'github', account: 'acme', credential: 'token', baseUrl: 'ghes.acme.example' };
  const { status, body } = await api.ask('POST', '/v1/connections', wanted);
  expect([status, body.detail]).toEqual([400, expect.stringContaining('has to be an http or https address')]);
});

test('a backfill is under way even with Redis away', async () => {
  const lonely = await startApiUnderTest({ redisUrl: redisAway });
  const { body } = await lonely.ask('POST', '/v1/connections', {
    provider: 'github',
    account: 'acme',
    credential: 'token',
    baseUrl: `http://127.0.0.1:${providerPort}`,
  });
  const { id } = (body as unknown as Connected).connection;
  expect(await lonely.ask('POST', `/v1/connections/${id}/backfill`, {})).toMatchObject({
    status: 202,
    body: { state: 'running', streams: expect.arrayContaining([expect.objectContaining({ state: 'waiting' })]) },
  });
  expect(lonely.errors).toMatchObject([
    { code: 'unavailable', message: expect.stringContaining('watch-connection') },
    { code: 'unavailable', message: expect.stringContaining('pull-stream') },
  ]);
});

async function createArchive(account: string): Promise<string> {
  const { status, body } = await api.ask('POST', '/v1/connections', { provider: 'archive', account });
  expect(status).toBe(201);
  return (body.connection as { id: string }).id;
}

const upload = (id: string, lines: readonly string[]) => send(`/v1/connections/${id}/import`, lines);

function send(path: string, lines: readonly string[]) {
  return fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/x-ndjson' },
    body: lines.join('\n'),
  }).then(async (response) => ({ status: response.status, body: await response.json() }));
}

const line = (key: string) => JSON.stringify({ type: 'archive.incident', deliveryKey: key, payload: { title: key } });

test('an import is stored once', async () => {
  const id = await createArchive('once');
  expect(await upload(id, [line('a'), line('b')])).toEqual({ status: 200, body: { received: 2, stored: 2 } });
  expect(await upload(id, [line('b'), line('c')])).toEqual({ status: 200, body: { received: 2, stored: 1 } });
});

test('a broken line leaves nothing behind', async () => {
  const id = await createArchive('broken');
  const many = Array.from({ length: 1_200 }, (_, index) => line(`record-${index}`));
  expect(await upload(id, [...many, '{"type":'])).toMatchObject({
    status: 400,
    body: { detail: 'Record 1201 is not JSON.' },
  });
  expect(await upload(id, [...many, '{"type":"github.commit","deliveryKey":"x","payload":1}'])).toMatchObject({
    status: 400,
  });
  expect((await api.ask('GET', `/v1/connections/${id}/progress`)).body.pending).toBe(0);
});

test('a record that is too long is refused, and leaves nothing behind', async () => {
  const id = await createArchive('too-long');
  const long = JSON.stringify({ type: 'archive.incident', deliveryKey: 'x', payload: 'x'.repeat(12 * 1024 * 1024) });
  expect(await upload(id, [line('a'), long])).toMatchObject({ status: 413, body: { code: 'too_large' } });
  expect(await api.store.inbox.countUnprocessed(id)).toBe(0);
});

async function breakOff(path: string): Promise<void> {
  const abort = new AbortController();
  async function* lines() {
    for (let index = 0; index < 5_000; index += 1) {
      if (index === 4_000) abort.abort();
      yield new TextEncoder().encode(`${line(`record-${index}`)}\n`);
    }
  }
  const sent = fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}` },
    body: ReadableStream.from(lines()) as ReadableStream<Uint8Array>,
    duplex: 'half',
    signal: abort.signal,
  } as RequestInit);
  await expect(sent).rejects.toThrow();
}

test('an upload that breaks off leaves nothing behind', async () => {
  const id = await createArchive('broken-off');
  const before = await api.store.connections.list();
  await breakOff(`/v1/connections/${id}/import`);
  await breakOff('/v1/archives/broken-off-too/import');
  expect(await upload(id, [])).toMatchObject({ status: 400 });
  expect(await api.store.inbox.countUnprocessed(id)).toBe(0);
  expect(await api.store.connections.list()).toEqual(before);
  expect(await upload(id, [line('record-0')])).toEqual({ status: 200, body: { received: 1, stored: 1 } });
});

test('what does not exist is a 404 with a sentence', async () => {
  expect(await api.ask('GET', '/v1/connections/nope')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(await api.ask('POST', '/v1/connections/nope/backfill', {})).toMatchObject({ status: 404 });
});

test('an archive is created with its first records or not at all', async () => {
  const bring = (lines: readonly string[]) => send('/v1/archives/all%20or%20none/import', lines);
  const known = async () => (await api.store.connections.list()).filter(({ account }) => account === 'all or none');
  expect(await bring([line('a'), '{"type":'])).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(await bring([''])).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(await known()).toEqual([]);
  const first = await bring([line('a'), line('b')]);
  expect(first).toMatchObject({ status: 200, body: { received: 2, stored: 2, connection: { provider: 'archive' } } });
  expect(await bring([line('b'), line('c')])).toMatchObject({ status: 200, body: { received: 2, stored: 1 } });
  expect(await known()).toEqual([(first.body as { connection: unknown }).connection]);
});
