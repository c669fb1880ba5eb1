import { randomUUID } from 'node:crypto';
import { localAdminTokenOwner } from '@refrain/store';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../../testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from '../../testing/stored-under-test.ts';

const api = await startApiUnderTest();
const { id: connectionId } = await api.store.connections.ensure({
  provider: 'archive',
  account: 'old',
  baseUrl: null,
  credential: null,
  webhookSecret: null,
  scope: null,
});
await api.store.failures.upsert(connectionId, [createFailureDraft('one')]);
const [failure] = (await api.store.failures.list({ limit: 1 })).items;
await api.store.patterns.writeClustering({
  episodes: [],
  patterns: [{ pattern: createTestPattern('p1'), members: [] }],
  lineage: [],
  inputVersion: 'v',
});
const improvement = await api.store.improvements.ensure('p1', { repository: 'acme/api', title: 'Bound the pool' });

async function send(method: string, path: string, headers: Record<string, string> = {}, body?: unknown) {
  const response = await fetch(api.url + path, {
    method,
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const of = (name: string) => response.headers.get(name) ?? '';
  return { status: response.status, text, code: /"code":"(\w+)"/u.exec(text)?.[1], tag: of('etag'), of };
}

const pair = (service: string) => ({ service, repository: 'acme/checkout' });

test.each([`/v1/failures`, `/v1/failures/${failure?.id}`, '/v1/patterns', '/v1/patterns/p1', '/v1/openapi.json'])(
  'GET %s returns 304 while the content is unchanged',
  async (path) => {
    const first = await send('GET', path);
    expect([first.status, first.of('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(first.tag).toMatch(/^"[^"]+"$/u);
    const same = await send('GET', path, { 'if-none-match': first.tag });
    expect([same.status, same.text, same.tag]).toEqual([304, '', first.tag]);
    expect((await send('GET', path, { 'if-none-match': '"other"' })).status).toBe(200);
  },
);

test('the ETag of a response changes with its content', async () => {
  const before = await send('GET', '/v1/catalogue');
  await api.store.catalogue.add({ ...pair('tagged'), path: null, environment: null });
  const after = await send('GET', '/v1/catalogue', { 'if-none-match': before.tag });
  expect([after.status, after.tag === before.tag]).toEqual([200, false]);
});

test('a response with a secret is neither cached nor stored for its idempotency key', async () => {
  const made = await send('POST', '/v1/tokens', {}, { name: 'a' });
  expect([made.status, made.of('cache-control')]).toEqual([201, 'no-store']);
  const refused = await send('POST', '/v1/tokens', { 'idempotency-key': randomUUID() }, { name: 'a' });
  expect([refused.status, refused.code]).toEqual([400, 'invalid_input']);
});

test('rejects an approval with a stale ETag, and accepts the weak ETag of a proxy', async () => {
  const path = `/v1/improvements/${improvement.id}`;
  const { tag } = await send('GET', path);
  const approve = (ifMatch: string, title: string) =>
    send('POST', `${path}/approve`, { 'if-match': ifMatch }, { title });
  expect(await approve('"stale"', 'Wrong')).toMatchObject({ status: 412, code: 'precondition_failed' });
  const approved = await approve(`"stale", W/${tag}`, 'Right');
  expect(approved.status).toBe(200);
  expect(await approve(tag, 'Too late')).toMatchObject({ status: 412, code: 'precondition_failed' });
  expect((await send('GET', path)).tag).toBe(approved.tag);
  expect((await approve(approved.tag, 'Once more')).status).toBe(200);
  expect((await approve('*', 'Whatever it is')).status).toBe(200);
  expect((await send('GET', path)).text).toContain('Whatever it is');
});

test('rejects a decision on a catalogue entry with a stale ETag', async () => {
  const { id } = await api.store.catalogue.add({ ...pair('decided'), path: null, environment: null });
  const { tag } = await send('GET', `/v1/catalogue/${id}`);
  expect((await send('POST', `/v1/catalogue/${id}/reject`, { 'if-match': tag })).status).toBe(200);
  const late = await send('POST', `/v1/catalogue/${id}/confirm`, { 'if-match': tag });
  expect([late.status, (await api.store.catalogue.find(id))?.status]).toEqual([412, 'rejected']);
});

test('a repeated request with the same idempotency key gets the first response and is not executed again', async () => {
  const decision = { kind: 'not_a_failure', failureId: failure?.id };
  const key = { 'idempotency-key': `"${randomUUID()}"` };
  const first = await send('POST', '/v1/corrections', key, decision);
  expect([first.status, first.of('idempotency-replayed')]).toEqual([201, '']);
  await api.store.corrections.remove(JSON.parse(first.text).id);
  const again = await send('POST', '/v1/corrections', key, decision);
  expect([again.status, again.text, again.of('idempotency-replayed')]).toEqual([201, first.text, 'true']);
  const decided = (await api.store.corrections.list()).map((correction) => correction.decision);
  expect(decided).not.toContainEqual(decision);

  const unquoted = { 'idempotency-key': key['idempotency-key'].slice(1, -1) };
  expect((await send('POST', '/v1/corrections', unquoted, decision)).text).toBe(first.text);
  const other = await send('POST', '/v1/corrections', key, { ...decision, failureId: 'other' });
  expect([other.status, other.code]).toEqual([422, 'key_reused']);
  expect(await send('POST', '/v1/catalogue', key, pair('other'))).toMatchObject({ status: 422, code: 'key_reused' });
});

test('executes only one of several concurrent requests with the same idempotency key', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const all = await Promise.all(Array.from({ length: 6 }, () => send('POST', '/v1/catalogue', key, pair('at-once'))));
  const done = all.filter(({ status }) => status === 201);
  expect(done.filter((answer) => answer.of('idempotency-replayed') === '')).toHaveLength(1);
  for (const { status, code } of all) if (status !== 201) expect([status, code]).toEqual([409, 'conflict']);
  expect((await send('POST', '/v1/catalogue', key, pair('at-once'))).text).toBe(done[0]?.text);
});

test('a failed request can be retried with the same idempotency key', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const decision = { kind: 'rename', patternId: 'p2', name: 'A name' };
  expect((await send('POST', '/v1/corrections', key, decision)).status).toBe(404);
  expect((await send('POST', '/v1/corrections', key, { ...decision, patternId: 'p1' })).status).toBe(201);
});

test('equal idempotency keys of two callers are independent', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const { token } = await api.store.access.createToken('other', null, localAdminTokenOwner);
  expect((await send('POST', '/v1/catalogue', key, pair('mine'))).status).toBe(201);
  const theirs = await send('POST', '/v1/catalogue', { ...key, authorization: `Bearer ${token}` }, pair('theirs'));
  expect([theirs.status, theirs.of('idempotency-replayed')]).toEqual([201, '']);
});

test('rejects a malformed idempotency key, and ignores the key of a request that changes nothing', async () => {
  for (const key of ['a b', `"${'a'.repeat(256)}"`, '']) {
    expect((await send('POST', '/v1/catalogue', { 'idempotency-key': key }, pair('x'))).status).toBe(400);
  }
  const key = { 'idempotency-key': randomUUID() };
  for (const text of ['a', 'b']) expect((await send('POST', '/v1/wording/check', key, { text })).status).toBe(200);
});
