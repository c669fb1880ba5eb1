import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';

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
