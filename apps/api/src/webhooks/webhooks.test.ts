import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { defaultConnectionScope } from '@refrain/domain';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startApiUnderTest, unavailableRedisUrl } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();
const secret = 'a webhook secret';

async function connect(provider: 'github' | 'pagerduty', { connections } = api.store) {
  const { id } = await connections.ensure({
    provider,
    account: randomUUID(),
    baseUrl: `https://api.${provider}.com`,
    scope: provider === 'github' ? defaultConnectionScope : null,
    credential: 'unused',
    webhookSecret: secret,
  });
  return { id, path: await connections.readWebhookPath(id) };
}

function deliver(url: string, path: string, body: string, delivery: string, signedWith = secret) {
  const signature = createHmac('sha256', signedWith).update(body).digest('hex');
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'ping',
      'x-github-delivery': delivery,
      'x-hub-signature-256': `sha256=${signature}`,
      'x-pagerduty-signature': `v1=${signature}`,
    },
    body,
  });
}

test('stores a redelivered webhook once', async () => {
  const { id, path } = await connect('github');
  const body = JSON.stringify({ something: 'nobody understands' });
  expect((await deliver(api.url, path, body, 'd-1')).status).toBe(202);
  expect((await deliver(api.url, path, body, 'd-1')).status).toBe(202);
  expect(await api.store.inbox.countUnprocessed(id)).toBe(1);
});

test('stores a signed delivery of any nesting depth', async () => {
  const [{ path }, pagerduty] = await Promise.all([connect('github'), connect('pagerduty')]);
  const deep = (levels: number) => `{"deep":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  for (const levels of [900, 20_000]) {
    expect((await deliver(api.url, path, deep(levels), `deep-${levels}`)).status).toBe(202);
    expect((await deliver(api.url, pagerduty.path, deep(levels), `deep-${levels}`)).status).toBe(202);
  }
  const ids = (await api.store.inbox.listUnprocessed(100_000, '9999-01-01T00:00:00.000Z')).map(({ id }) => id);
  const kept: unknown[] = [];
  for await (const rows of api.store.inbox.readUnprocessed(ids)) {
    kept.push(...rows.filter(({ connectionId }) => connectionId === pagerduty.id).map(({ payload }) => payload));
  }
  expect(kept).toEqual([JSON.parse(deep(900)), { unreadable: deep(20_000) }]);
});

test('does not store a delivery with a wrong or missing signature or to an unknown URL', async () => {
  const { id, path } = await connect('github');
  const before = await api.store.inbox.countUnprocessed();
  expect((await deliver(api.url, path, '{}', 'd-2', 'another secret')).status).toBe(401);
  const unsigned = await fetch(`${api.url}${path}`, { method: 'POST', body: '{}' });
  expect(unsigned.status).toBe(401);
  const key = path.split('/').at(-1);
  for (const strange of [
    `/webhooks/github/no-such-connection/${key}`,
    `/webhooks/github/${id}`,
    `/webhooks/github/${id}/${'0'.repeat(32)}`,
    `/webhooks/pagerduty/${id}/${key}`,
  ]) {
    expect([strange, (await deliver(api.url, strange, '{}', 'd-3')).status]).toEqual([strange, 404]);
  }
  expect(await api.store.inbox.countUnprocessed()).toBe(before);
});

test('stores and accepts a delivery while Redis is unavailable, and reports the error', async () => {
  const withoutRedis = await startApiUnderTest({ redisUrl: unavailableRedisUrl });
  const { id, path } = await connect('github', withoutRedis.store);
  expect((await deliver(withoutRedis.url, path, '{}', 'd-4')).status).toBe(202);
  expect(await withoutRedis.store.inbox.countUnprocessed(id)).toBe(1);
  await expect.poll(() => withoutRedis.errors.map(({ code }) => code), { timeout: 30_000 }).toEqual(['unavailable']);
});

/** Sends the head of a request and the beginning of the body, and returns the status of the response. */
function beginPost(url: string, announced: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { 'content-length': announced } }, (response) => {
      resolve(response.statusCode);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.setTimeout(30_000, () => sent.destroy(new Error('The server waits for the rest of the body')));
    sent.write('x'.repeat(1_000));
  });
}

const megabyte = 1024 * 1024;

test('responds to a request to an unknown webhook URL before the body is received', async () => {
  const { id } = await connect('github');
  for (const strange of ['github/no-such/key', `github/${id}/guess`, 'archive/x', 'x', 'a/b/c']) {
    expect([strange, await beginPost(`${api.url}/webhooks/${strange}`, 20 * megabyte)]).toEqual([strange, 404]);
  }
});

test('rejects a body that is larger than the maximum of its provider', async () => {
  const [{ path }, { path: pagerduty }] = await Promise.all([connect('github'), connect('pagerduty')]);
  const send = (to: string, length: number) =>
    fetch(`${api.url}${to}`, { method: 'POST', body: Buffer.alloc(length) }).then(({ status }) => status);
  expect(await send(pagerduty, 2 * megabyte)).toBe(413);
  expect(await send(pagerduty, megabyte)).toBe(401);
  expect(await send(path, 26 * megabyte)).toBe(413);
  const large = JSON.stringify({ text: 'x'.repeat(2 * megabyte) });
  expect((await deliver(api.url, path, large, 'd-large')).status).toBe(202);
});

test('rejects a compressed body without decompressing it', async () => {
  const { path } = await connect('github');
  const packed = gzipSync(JSON.stringify({ text: 'x'.repeat(2 * megabyte) }));
  const headers = { 'content-encoding': 'gzip', 'x-github-event': 'ping' };
  const answer = await fetch(`${api.url}${path}`, { method: 'POST', headers, body: packed });
  expect([answer.status, await answer.json()]).toMatchObject([415, { code: 'unsupported_encoding' }]);
});

/** Sends the beginning of an endless body without Content-Length. The server keeps the received bytes in memory. */
function beginEndless(url: string, length: number) {
  const sent = request(url, { method: 'POST' });
  const answered = new Promise<number | undefined>((resolve) => {
    sent.on('response', ({ statusCode }) => resolve(statusCode));
    sent.on('error', () => resolve(undefined));
  });
  sent.write(Buffer.alloc(length));
  return { sent, answered };
}

test('bodies without Content-Length reserve only the memory of the received bytes', async () => {
  const { path } = await connect('github');
  const to = `${api.url}${path}`;
  const open = [1, 2, 3].map(() => beginEndless(to, 12 * megabyte));
  expect(await Promise.race(open.map(({ answered }) => answered))).toBe(503);
  for (const { sent } of open) sent.destroy();
  const whole = () =>
    ({ method: 'POST', body: new Blob([Buffer.alloc(20 * megabyte)]).stream(), duplex: 'half' }) as const;
  await expect.poll(async () => (await fetch(to, whole())).status, { timeout: 30_000 }).toBe(401);
});

test('a rejected body without Content-Length does not block the next request on its TCP connection', async () => {
  const { path } = await connect('github');
  const open: ReturnType<typeof beginEndless>[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => {
    for (const { sent } of open) sent.destroy();
    agent.destroy();
  });
  const send = (method: string, to: string, body = Buffer.alloc(0)) =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${api.url}${to}`, { method, agent, signal: AbortSignal.timeout(30_000) });
      sent.on('error', reject);
      sent.on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      if (body.length > 0) sent.write(body);
      sent.end();
    });
  // A connection may reserve 32 MB, so this body is rejected while the server holds an endless one.
  await vi.waitFor(async () => {
    open.push(beginEndless(`${api.url}${path}`, 14 * megabyte));
    expect(await send('POST', path, Buffer.alloc(20 * megabyte))).toBe(503);
  }, 50_000);
  expect(await send('GET', '/healthz')).toBe(200);
});

test('limits guessed webhook URLs, while deliveries from the same IP address are accepted', async () => {
  const guessed = await startApiUnderTest({ requestLimits: { perAddress: 120 } });
  const { path: known } = await connect('github', guessed.store);
  const statuses = new Set<number>();
  for (let attempt = 0; attempt < 61; attempt += 1) {
    const response = await fetch(`${guessed.url}/webhooks/github/guess-${attempt}`, { method: 'POST' });
    statuses.add(response.status);
    const problem = await response.json();
    if (response.status === 429) expect(problem).toMatchObject({ code: 'rate_limited', retryable: true });
  }
  expect([...statuses]).toEqual([404, 429]);
  expect((await deliver(guessed.url, known, '{}', 'd-5')).status).toBe(202);
});

test('accepts the new and the previous secret after a rotation, and no other', async () => {
  const { id, path } = await connect('github');
  const renewed = await api.store.connections.rotateWebhookSecret(id);
  expect((await deliver(api.url, path, '{"a":1}', 'd-6', renewed)).status).toBe(202);
  expect((await deliver(api.url, path, '{"a":2}', 'd-7', secret)).status).toBe(202);
  expect((await deliver(api.url, path, '{"a":3}', 'd-8', 'strange')).status).toBe(401);
  expect(await api.store.inbox.countUnprocessed(id)).toBe(2);
});

test('stores each of many concurrent deliveries once', async () => {
  const { id, path } = await connect('github');
  const sent = Array.from({ length: 300 }, (_, index) =>
    deliver(api.url, path, JSON.stringify({ burst: index % 250 }), `burst-${index}`),
  );
  expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([202]));
  expect(await api.store.inbox.countUnprocessed(id)).toBe(250);
});

test('responds with a retryable error to a delivery that cannot be stored, and accepts the delivery later', async () => {
  const { id, path } = await connect('github');
  const send = () => deliver(api.url, path, '{"kept":"or refused"}', 'd-refused');
  await api.query(`create function refuse() returns trigger language plpgsql
    as $$ begin raise exception 'the disk is full' using errcode = '53100'; end $$`);
  await api.query('create trigger refuse before insert on inbox for each row execute function refuse()');
  const refused = await send().finally(() => api.query('drop function refuse cascade'));
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ retryable: true });
  expect((await send()).status).toBe(202);
  expect(await api.store.inbox.countUnprocessed(id)).toBe(1);
});

test('while the database is blocked, rejects large bodies before memory is full, and leaves capacity for other connections', async () => {
  const connected = await Promise.all([1, 2, 3].map(() => connect('github')));
  const [flooding = '', other = '', third = ''] = connected.map(({ path }) => path);
  const body = JSON.stringify('x'.repeat(2 * megabyte - 2));
  const responses = new Map<string, number[]>([
    [flooding, []],
    [other, []],
  ]);
  const send = async (to: string, index: number) => {
    const { status, headers } = await deliver(api.url, to, body, `large-${index}`);
    responses.get(to)?.push(status);
    if (status === 503) expect(headers.get('retry-after')).toBe('10');
  };
  const sent: Promise<void>[] = [];
  await api.query('begin');
  try {
    await api.query('lock table inbox in access exclusive mode');
    for (const to of [flooding, other]) {
      sent.push(...Array.from({ length: 18 }, (_, index) => send(to, index)));
      await expect.poll(() => responses.get(to), { timeout: 30_000 }).toEqual([503, 503]);
    }
    expect((await deliver(api.url, third, body, 'large')).status).toBe(503);
    const unannounced = { method: 'POST', body: new Blob([body]).stream(), duplex: 'half' } as const;
    expect((await fetch(`${api.url}${third}`, unannounced)).status).toBe(503);
    expect(await beginPost(`${api.url}${flooding}`, 20 * megabyte)).toBe(503);
  } finally {
    await api.query('rollback');
  }
  await Promise.all(sent);
  for (const statuses of responses.values()) expect(statuses).toEqual([503, 503, ...Array(16).fill(202)]);
  expect((await deliver(api.url, third, body, 'large')).status).toBe(202);
});
