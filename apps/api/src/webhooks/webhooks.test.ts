import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { defaultScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { redisAway, startApiUnderTest } from '../api-under-test.ts';

const api = await startApiUnderTest();
const secret = 'a webhook secret';

function connectGitHub(store: typeof api.store, account = 'acme') {
  return store.connections.ensure({
    provider: 'github',
    account,
    baseUrl: 'https://api.github.com',
    scope: defaultScope,
    credential: 'unused',
    webhookSecret: secret,
  });
}

async function connectPagerDuty() {
  const { id } = await api.store.connections.ensure({
    provider: 'pagerduty',
    account: 'acme',
    baseUrl: 'https://api.pagerduty.com',
    scope: null,
    credential: 'unused',
    webhookSecret: secret,
  });
  return { id, path: await api.store.connections.webhookPath(id) };
}

const connection = await connectGitHub(api.store);
const path = await api.store.connections.webhookPath(connection.id);

function deliver(url: string, path: string, body: string, delivery: string, signedWith = secret) {
  const signature = createHmac('sha256', signedWith).update(body).digest('hex');
  return fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'push',
      'x-github-delivery': delivery,
      'x-hub-signature-256': `sha256=${signature}`,
      'x-pagerduty-signature': `v1=${signature}`,
    },
    body,
  });
}

test('a signed delivery is stored once, whatever it says', async () => {
  const body = JSON.stringify({ something: 'nobody understands' });
  expect((await deliver(api.url, path, body, 'd-1')).status).toBe(202);
  expect((await deliver(api.url, path, body, 'd-1')).status).toBe(202);
  expect(await api.store.inbox.countUnprocessed(connection.id)).toBe(1);
});

test('a signed delivery is stored however deep it is nested, and what was stored can be read again', async () => {
  const pagerduty = await connectPagerDuty();
  const deep = (levels: number) => `{"deep":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  for (const levels of [900, 20_000]) {
    expect((await deliver(api.url, path, deep(levels), `deep-${levels}`)).status).toBe(202);
    expect((await deliver(api.url, pagerduty.path, deep(levels), `deep-${levels}`)).status).toBe(202);
  }
  const ids = (await api.store.inbox.listUnprocessed(1_000, '9999-01-01T00:00:00.000Z')).map(({ id }) => id);
  const kept: unknown[] = [];
  for await (const rows of api.store.inbox.readUnprocessed(ids)) {
    kept.push(...rows.filter(({ connectionId }) => connectionId === pagerduty.id).map(({ payload }) => payload));
  }
  expect(kept).toEqual([JSON.parse(deep(900)), { unreadable: deep(20_000) }]);
});

test('a wrong signature, a missing one and an unknown address store nothing', async () => {
  const before = await api.store.inbox.countUnprocessed();
  expect((await deliver(api.url, path, '{}', 'd-2', 'another secret')).status).toBe(401);
  const unsigned = await fetch(`${api.url}${path}`, { method: 'POST', body: '{}' });
  expect(unsigned.status).toBe(401);
  const key = path.split('/').at(-1);
  for (const strange of [
    `/webhooks/github/no-such-connection/${key}`,
    `/webhooks/github/${connection.id}`,
    `/webhooks/github/${connection.id}/${'0'.repeat(32)}`,
    `/webhooks/pagerduty/${connection.id}/${key}`,
  ]) {
    expect([strange, (await deliver(api.url, strange, '{}', 'd-3')).status]).toEqual([strange, 404]);
  }
  expect(await api.store.inbox.countUnprocessed()).toBe(before);
});

test('with Redis away a delivery is still stored and answered, and the trouble is reported', async () => {
  const lonely = await startApiUnderTest({ redisUrl: redisAway });
  const { id } = await connectGitHub(lonely.store);
  expect((await deliver(lonely.url, await lonely.store.connections.webhookPath(id), '{}', 'd-4')).status).toBe(202);
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
  for (const strange of ['github/no-such/key', `github/${connection.id}/guess`, 'archive/x', 'x', 'a/b/c']) {
    expect([strange, await beginPost(`${api.url}/webhooks/${strange}`, 20 * megabyte)]).toEqual([strange, 404]);
  }
});

test('a body is refused that is larger than its provider sends', async () => {
  const { path: pagerduty } = await connectPagerDuty();
  const send = (to: string, length: number) =>
    fetch(`${api.url}${to}`, { method: 'POST', body: Buffer.alloc(length) }).then(({ status }) => status);
  expect(await send(pagerduty, 2 * megabyte)).toBe(413);
  expect(await send(pagerduty, megabyte)).toBe(401);
  expect(await send(path, 26 * megabyte)).toBe(413);
  const large = JSON.stringify({ text: 'x'.repeat(2 * megabyte) });
  expect((await deliver(api.url, path, large, 'd-large')).status).toBe(202);
});

test('a body that is packed is refused before it is unpacked', async () => {
  const packed = gzipSync(JSON.stringify({ text: 'x'.repeat(2 * megabyte) }));
  const headers = { 'content-encoding': 'gzip', 'x-github-event': 'push' };
  const answer = await fetch(`${api.url}${path}`, { method: 'POST', headers, body: packed });
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'invalid_input' }]);
});

test('bodies whose length nobody announces take the room that they need, and no more', async () => {
  const account = await connectGitHub(api.store, 'unannounced');
  const to = `${api.url}${await api.store.connections.webhookPath(account.id)}`;
  /** Never ends: what it has sent is held meanwhile. */
  const begin = (length: number) => {
    const sent = request(to, { method: 'POST' });
    const answered = new Promise<number | undefined>((resolve) => {
      sent.on('response', ({ statusCode }) => resolve(statusCode));
      sent.on('error', () => resolve(undefined));
    });
    sent.write(Buffer.alloc(length));
    return { sent, answered };
  };
  const open = [begin(12 * megabyte), begin(12 * megabyte), begin(12 * megabyte)];
  expect(await Promise.race(open.map(({ answered }) => answered))).toBe(503);
  for (const { sent } of open) sent.destroy();
  const whole = () =>
    ({ method: 'POST', body: new Blob([Buffer.alloc(20 * megabyte)]).stream(), duplex: 'half' }) as const;
  await expect.poll(async () => (await fetch(to, whole())).status, { timeout: 10_000 }).toBe(401);
});

test('who tries addresses is stopped; deliveries from the same place still come in', async () => {
  const guessed = await startApiUnderTest({ requestLimits: { perAddress: 120 } });
  const { id } = await connectGitHub(guessed.store);
  const statuses = new Set<number>();
  for (let attempt = 0; attempt < 61; attempt += 1) {
    const response = await fetch(`${guessed.url}/webhooks/github/guess-${attempt}`, { method: 'POST' });
    statuses.add(response.status);
    const problem = await response.json();
    if (response.status === 429) expect(problem).toMatchObject({ code: 'rate_limited', retryable: true });
  }
  expect([...statuses]).toEqual([404, 429]);
  const known = await guessed.store.connections.webhookPath(id);
  expect((await deliver(guessed.url, known, '{}', 'd-5')).status).toBe(202);
});

test('after a new secret the former one is taken too, and a strange one is not', async () => {
  const renewed = await api.store.connections.rotateWebhookSecret(connection.id);
  const before = await api.store.inbox.count();
  expect((await deliver(api.url, path, '{"a":1}', 'd-6', renewed)).status).toBe(202);
  expect((await deliver(api.url, path, '{"a":2}', 'd-7', secret)).status).toBe(202);
  expect((await deliver(api.url, path, '{"a":3}', 'd-8', 'strange')).status).toBe(401);
  expect(await api.store.inbox.count()).toBe(before + 2);
});

test('many deliveries at once are all stored, each once', async () => {
  const before = await api.store.inbox.count();
  const secretNow = (await api.store.connections.readWebhookSecret(connection.id)) ?? '';
  const sent = Array.from({ length: 300 }, (_, index) =>
    deliver(api.url, path, JSON.stringify({ burst: index % 250 }), `burst-${index}`, secretNow),
  );
  expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([202]));
  expect(await api.store.inbox.count()).toBe(before + 250);
});

test('what cannot be stored is not taken: the sender is told to come again, and is taken then', async () => {
  const { id } = await api.store.connections.ensure({
    ...{ provider: 'github', account: 'refused', baseUrl: 'https://api.github.com', scope: defaultScope },
    ...{ credential: 'unused', webhookSecret: secret },
  });
  const own = await api.store.connections.webhookPath(id);
  const send = () => deliver(api.url, own, '{"kept":"or not taken"}', 'd-refused');
  await api.query(`create function refuse() returns trigger language plpgsql
    as $$ begin raise exception 'the disk is full' using errcode = '53100'; end $$`);
  await api.query('create trigger refuse before insert on inbox for each row execute function refuse()');
  const refused = await send();
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ retryable: true });
  await api.query('drop trigger refuse on inbox');
  expect((await send()).status).toBe(202);
  expect(await api.store.inbox.countUnprocessed(id)).toBe(1);
});

test('while nothing can be stored large bodies are refused before memory is full, and the flood of one connection leaves room for another', async () => {
  const [flooding = '', other = '', third = ''] = await Promise.all(
    ['flooding', 'other', 'third'].map(async (account) =>
      api.store.connections.webhookPath((await connectGitHub(api.store, account)).id),
    ),
  );
  const body = JSON.stringify('x'.repeat(2 * megabyte - 2));
  const answers = new Map<string, number[]>([
    [flooding, []],
    [other, []],
  ]);
  const send = async (to: string, index: number) => {
    const { status, headers } = await deliver(api.url, to, body, `large-${index}`);
    answers.get(to)?.push(status);
    if (status === 503) expect(headers.get('retry-after')).toBe('10');
  };
  const sent: Promise<void>[] = [];
  await api.query('begin');
  try {
    await api.query('lock table inbox in access exclusive mode');
    for (const to of [flooding, other]) {
      sent.push(...Array.from({ length: 18 }, (_, index) => send(to, index)));
      await expect.poll(() => answers.get(to), { timeout: 15_000 }).toEqual([503, 503]);
    }
    expect((await deliver(api.url, third, body, 'large')).status).toBe(503);
    const unannounced = { method: 'POST', body: new Blob([body]).stream(), duplex: 'half' } as const;
    expect((await fetch(`${api.url}${third}`, unannounced)).status).toBe(503);
    expect(await beginPost(`${api.url}${flooding}`, 20 * megabyte)).toBe(503);
  } finally {
    await api.query('rollback');
  }
  await Promise.all(sent);
  for (const statuses of answers.values()) expect(statuses).toEqual([503, 503, ...Array(16).fill(202)]);
  expect((await deliver(api.url, third, body, 'large')).status).toBe(202);
});
