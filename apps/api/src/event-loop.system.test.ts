import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultConnectionScope } from '@refrain/domain';
import { createTestFailureDraft } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { startApiUnderTest } from './testing/api-under-test.ts';
import { fill, maxEventLoopDelayMs, measureEventLoopDelay, prose } from './testing/event-loop-under-test.ts';

const api = await startApiUnderTest();
const webhookSecret = 'a webhook secret';

test('a CODEOWNERS file whose teams resemble every service does not block the event loop', {
  timeout: 120_000,
}, async () => {
  const { id } = await api.store.connections.ensure({
    provider: 'pagerduty',
    account: 'acme',
    baseUrl: 'http://127.0.0.1:9',
    scope: null,
    credential: 'unused',
    webhookSecret: null,
  });
  const drafts = Array.from({ length: 600 }, (_, nth) =>
    createTestFailureDraft({ externalId: `P${nth}`, services: [`service ${nth}`] }),
  );
  await api.store.failures.upsert(id, drafts);
  const lines = Array.from({ length: 40_000 }, (_, nth) => `/s/service-${nth}/ @a/se-${nth}`);
  const upload = { path: 'CODEOWNERS', text: lines.join('\n').slice(0, 900_000), repository: 'acme/shop' };
  let status = 0;
  const delay = await measureEventLoopDelay(async () => {
    ({ status } = await api.ask('POST', '/v1/catalogue/import', upload));
  });
  expect(delay).toBeLessThan(maxEventLoopDelayMs);
  // Depending on the speed of the machine, parsing finishes within 30 s or is aborted.
  expect([200, 413]).toContain(status);
});

const record = (nth: number, payload: string) =>
  `{"type":"archive.incident","deliveryKey":"k${nth}","payload":${payload}}`;

test.each([
  ['one record of the largest size', record(0, `{"title":"a","text":"${fill(prose, 11_900_000)}"}`)],
  ['one record of many values', record(0, `[${fill('0,', 11_900_000)}0]`)],
  ['many empty lines', fill('\n', 5_000_000)],
  ['many records', Array.from({ length: 50_000 }, (_, nth) => record(nth, '{"title":"a"}')).join('\n')],
])('an import of %s does not block the event loop', { timeout: 120_000 }, async (what, body) => {
  const delay = await measureEventLoopDelay(async () => {
    const path = `/v1/archives/${encodeURIComponent(what)}/import`;
    const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/x-ndjson' };
    await (await fetch(`${api.url}${path}`, { method: 'POST', headers, body })).arrayBuffer();
  });
  expect(delay).toBeLessThan(maxEventLoopDelayMs);
});

async function measureWebhook(provider: 'github' | 'pagerduty', body: string): Promise<number> {
  const { id } = await api.store.connections.ensure({
    provider,
    account: 'largest',
    baseUrl: 'http://127.0.0.1:9',
    credential: 'unused',
    webhookSecret,
    scope: provider === 'github' ? defaultConnectionScope : null,
  });
  const path = await api.store.connections.readWebhookPath(id);
  const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'ping',
    'x-hub-signature-256': `sha256=${signature}`,
    'x-pagerduty-signature': `v1=${signature}`,
  };
  return measureEventLoopDelay(async () => {
    const response = await fetch(`${api.url}${path}`, { method: 'POST', headers, body });
    expect(response.status).toBe(202);
  });
}

test.each([
  ['github', 'of one long string', `{"action":"x","text":"${fill(prose, 24_000_000)}"}`],
  ['github', 'of many values', `{"action":"x","list":[${fill('0,', 24_000_000)}0]}`],
  ['github', 'of escaped backslashes', `{"action":"x","text":"${fill('\\\\', 24_000_000)}\\u0000"}`],
  ['github', 'of a URL-encoded form of spaces', `payload=${fill('+', 24_000_000)}`],
  ['github', 'of a URL-encoded form of escaped letters', `payload=${fill('%41', 24_000_000)}`],
  ['github', 'of escaped lone surrogates', `{"action":"x","text":"${fill('\\ud800', 24_000_000)}"}`],
  [
    'pagerduty',
    'of many values',
    `{"event":{"id":"E1","event_type":"incident.triggered","list":[${fill('0,', 1_000_000)}0]}}`,
  ],
] as const)(
  'the largest webhook of %s, %s, does not block the event loop',
  { timeout: 120_000 },
  async (provider, _what, body) => {
    expect(await measureWebhook(provider, body)).toBeLessThan(maxEventLoopDelayMs);
  },
);

test('searching the largest webhook payload for erased names does not block the event loop', {
  timeout: 120_000,
}, async () => {
  const { status } = await api.ask('POST', '/v1/erasures', { kind: 'person', names: ['Ann Archer'] });
  expect(status).toBe(202);
  // Waits until the store knows the erased name, because the store reads erased names only once a second.
  await wait(1_500);
  const words = Array.from({ length: 2_000_000 }, (_, nth) => nth.toString(36)).join(' ');
  expect(await measureWebhook('github', `{"action":"x","text":"${words}"}`)).toBeLessThan(maxEventLoopDelayMs);
});
