import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultConnectionScope } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest, unavailableRedisUrl } from '../testing/api-under-test.ts';
import { startProviderUnderTest } from '../testing/provider-under-test.ts';

const api = await startApiUnderTest();

test('connecting fails with the reason for a rejected credential, an unreachable host or a remote http URL, and stores nothing', async () => {
  const refusing = createServer((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"message":"Bad credentials"}');
  });
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void refusing.close());
  const refusingUrl = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`;
  const before = (await api.ask('GET', '/v1/connections')).body.items;
  const connect = (baseUrl: string) =>
    api.ask('POST', '/v1/connections', { provider: 'github', account: 'acme', baseUrl, credential: 'canary-token' });
  const refused = await connect(refusingUrl);
  expect(refused).toMatchObject({ status: 422, body: { code: 'credential_rejected' } });
  const unreachable = await connect('http://127.0.0.1:9');
  expect(unreachable).toMatchObject({ status: 502, body: { code: 'provider_unreachable' } });
  const plain = await connect('http://github.example');
  expect(plain).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(JSON.stringify([refused, unreachable, plain])).not.toContain('canary-token');
  expect((await api.ask('GET', '/v1/connections')).body.items).toEqual(before);
});

interface Connected {
  readonly connection: { readonly id: string; readonly account: string; readonly baseUrl: string };
  readonly webhook: { readonly url: string; readonly secret: string | null };
}

/** Starts a fake provider with a unique URL, so that each test has its own connections. */
async function openProvider() {
  const provider = await startProviderUnderTest();
  const attempt = (wanted: object) =>
    api.ask('POST', '/v1/connections', { baseUrl: provider.url, credential: 'token', ...wanted });
  async function connect(wanted: object): Promise<Connected> {
    const { status, body } = await attempt(wanted);
    expect([status, body]).toEqual([201, expect.anything()]);
    return body as unknown as Connected;
  }
  return { ...provider, attempt, connect };
}

test('different spellings of an account name and base URL lead to one connection', async () => {
  const { connect, url } = await openProvider();
  const { port: providerPort } = new URL(url);
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
});

test('the error asks for the account name if PagerDuty does not report the name', async () => {
  const { responses, attempt } = await openProvider();
  responses['/services'] = { services: [], more: false };
  const { status, body } = await attempt({ provider: 'pagerduty' });
  expect(status).toBe(400);
  expect(body.detail).toMatch(/Specify the name as `account`/u);
});

test('connecting again with a new token keeps the webhook secret and the scope', async () => {
  const { connect } = await openProvider();
  const scope = { ...defaultConnectionScope, repositories: ['acme/a*'] };
  const first = await connect({ provider: 'github', account: 'acme', scope });
  expect(first.webhook.secret).toMatch(/^[\da-f]{64}$/u);
  const rotated = await connect({ provider: 'github', account: 'acme', credential: 'token 2' });
  expect(rotated).toMatchObject({ connection: { scope }, webhook: first.webhook });
  expect(await api.store.connections.readCredential(first.connection.id)).toBe('token 2');
  const wide = await connect({ provider: 'github', account: 'acme', scope: {}, webhookSecret: 'given' });
  expect(wide).toMatchObject({ connection: { scope: { repositories: [] } }, webhook: { secret: 'given' } });
});

test('a PagerDuty connection has no webhook secret until a person gives one, and then keeps this secret', async () => {
  const { connect } = await openProvider();
  const first = await connect({ provider: 'pagerduty' });
  const path = await api.store.connections.readWebhookPath(first.connection.id);
  expect(path).toMatch(/^\/webhooks\/pagerduty\/[\w-]+\/[\w-]{20,}$/u);
  expect(first.webhook).toEqual({ url: api.url + path, secret: null });
  await connect({ provider: 'pagerduty', webhookSecret: 'from PagerDuty' });
  expect((await connect({ provider: 'pagerduty' })).webhook.secret).toBe('from PagerDuty');
});

test('rejects a webhook secret while PagerDuty has a webhook that Refrain created and can read', async () => {
  const { attempt, connect } = await openProvider();
  const first = await connect({ provider: 'pagerduty' });
  const { id } = first.connection;
  const { connections } = api.store;
  await connections.setWebhook(id, { state: 'active' }, { webhookId: 'PSUB', secret: 'made there' });
  const given = { provider: 'pagerduty', webhookSecret: 'given' };
  expect(await attempt(given)).toMatchObject({
    status: 409,
    body: {
      detail: expect.stringContaining(`Omit the webhook secret. To get a new secret, send POST /v1/connections/${id}/`),
    },
  });
  expect((await connections.findWebhookReceiver(id))?.secrets).toEqual(['made there']);
  // If Refrain can no longer read its webhook, the API accepts a secret, because a person may have created a new
  // webhook.
  await connections.setWebhook(id, { state: 'refused' });
  expect((await connect(given)).webhook.secret).toBe('given');
  expect(await connections.readWebhook(id)).toMatchObject({ id: null });
});

test.each(['http://user:canary@127.0.0.1', 'http://127.0.0.1/?token=canary', 'http://127.0.0.1/#canary'])(
  'rejects the base URL %s without showing its secret parts',
  async (baseUrl) => {
    const wanted = { provider: 'github', account: 'acme', credential: 'token', baseUrl };
    const { status, body } = await api.ask('POST', '/v1/connections', wanted);
    expect([status, body.detail]).toEqual([400, expect.stringContaining('must not contain a user, password, query')]);
    expect(String(body.detail)).not.toContain('canary');
  },
);

test('rejects a base URL without a scheme', async () => {
  const wanted = { provider: 'github', account: 'acme', credential: 'token', baseUrl: 'ghes.acme.example' };
  const { status, body } = await api.ask('POST', '/v1/connections', wanted);
  expect([status, body.detail]).toEqual([400, expect.stringContaining('has to be an http or https URL')]);
});

test('starts a backfill while Redis is unavailable', async () => {
  const { url } = await openProvider();
  const withoutRedis = await startApiUnderTest({ redisUrl: unavailableRedisUrl });
  const { body } = await withoutRedis.ask('POST', '/v1/connections', {
    provider: 'github',
    account: 'acme',
    credential: 'token',
    baseUrl: url,
  });
  const { id } = (body as unknown as Connected).connection;
  expect(await withoutRedis.ask('POST', `/v1/connections/${id}/backfill`, {})).toMatchObject({
    status: 202,
    body: { state: 'running', streams: expect.arrayContaining([expect.objectContaining({ state: 'waiting' })]) },
  });
  expect(withoutRedis.errors).toMatchObject([
    { code: 'unavailable', message: expect.stringContaining('check-connection') },
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

test('importing a record twice stores it once', async () => {
  const id = await createArchive('once');
  expect(await upload(id, [line('a'), line('b')])).toMatchObject({ status: 200, body: { received: 2, stored: 2 } });
  expect(await upload(id, [line('b'), line('c')])).toMatchObject({ status: 200, body: { received: 2, stored: 1 } });
});

test('an import with an invalid line stores nothing', async () => {
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

test('an import with too deeply nested JSON stores nothing, and the error names the record', async () => {
  const id = await createArchive('too-deep');
  const deep = `{"type":"archive.incident","deliveryKey":"x","payload":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect(await upload(id, [line('a'), deep])).toMatchObject({
    status: 400,
    body: { detail: 'Record 2 is nested more than 1000 levels deep: flatten or shorten it, or remove it.' },
  });
  expect(await api.store.inbox.countUnprocessed(id)).toBe(0);
});

test('an import stores nothing if a record is too long', async () => {
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

test('an interrupted upload stores nothing', async () => {
  const id = await createArchive('broken-off');
  const before = await api.store.connections.list();
  for (const path of [`/v1/connections/${id}/import`, '/v1/archives/broken-off-too/import']) {
    await breakOff(path);
    // The API responds with 429 until it notices that the interrupted upload has ended.
    await expect.poll(() => upload(id, []), { timeout: 10_000 }).toMatchObject({ status: 400 });
  }
  expect(await api.store.inbox.countUnprocessed(id)).toBe(0);
  expect(await api.store.connections.list()).toEqual(before);
  expect(await upload(id, [line('record-0')])).toMatchObject({ status: 200, body: { received: 1, stored: 1 } });
});

test('returns 404 for an unknown connection', async () => {
  expect(await api.ask('GET', '/v1/connections/nope')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(await api.ask('POST', '/v1/connections/nope/backfill', {})).toMatchObject({ status: 404 });
});

test('rejects an invisible or misleading archive name', async () => {
  for (const name of ['\u200b', '\u202elive', 'old\nrecords']) {
    const detail = expect.stringContaining('enter the name on one line');
    expect(await send(`/v1/archives/${encodeURIComponent(name)}/import`, [line('a')])).toMatchObject({
      status: 400,
      body: { detail },
    });
    expect(await api.ask('POST', '/v1/connections', { provider: 'archive', account: name })).toMatchObject({
      status: 400,
      body: { detail },
    });
  }
});

test('creates an archive together with its first records, but creates no archive if these records are invalid', async () => {
  const importRecords = (lines: readonly string[]) => send('/v1/archives/all%20or%20none/import', lines);
  const listArchives = async () =>
    (await api.store.connections.list()).filter(({ account }) => account === 'all or none');
  expect(await importRecords([line('a'), '{"type":'])).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(await importRecords([''])).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  expect(await listArchives()).toEqual([]);
  const first = await importRecords([line('a'), line('b')]);
  expect(first).toMatchObject({ status: 200, body: { received: 2, stored: 2, connection: { provider: 'archive' } } });
  expect(await importRecords([line('b'), line('c')])).toMatchObject({ status: 200, body: { received: 2, stored: 1 } });
  expect(await listArchives()).toEqual([(first.body as { connection: unknown }).connection]);
});
