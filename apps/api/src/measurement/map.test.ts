import { FailureMap, type ObservedEpisode } from '@refrain/domain';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../create-app.ts';
import { listen } from '../http/listen.ts';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft } from '../testing/stored-under-test.ts';

const { store, ask, query, url, token, deps } = await startApiUnderTest();
const { id } = await store.connections.ensure({
  provider: 'archive',
  account: 'old',
  baseUrl: null,
  credential: null,
  webhookSecret: null,
  scope: null,
});
await store.failures.upsert(id, [createFailureDraft('one')]);
const [failure] = (await store.failures.list({ limit: 1 })).items;

function episode(values: Partial<ObservedEpisode>): ObservedEpisode {
  return {
    id: 'e1',
    patternId: null,
    cause: 'capacity',
    trigger: 'traffic',
    kinds: ['incident'],
    startedAt: '2026-01-02T03:00:00.000Z',
    precision: 'instant',
    endedAt: null,
    hours: 2,
    services: ['checkout'],
    repositories: [],
    environments: ['production'],
    paths: [],
    failureIds: [failure?.id ?? ''],
    ...values,
  };
}
await store.reports.writeObservations({
  episodes: [episode({}), episode({ id: 'e2', startedAt: '2025-01-02T03:00:00.000Z', environments: ['staging'] })],
  changes: [],
});

test('the failure map covers the requested period and environment, and lists the episodes of each cell', async () => {
  const year = 'since=2025-01-01T00:00:00Z&until=2026-02-01T00:00:00Z';
  const { body } = await ask('GET', `/v1/map?${year}`);
  expect(body).toMatchObject({ episodes: 2, services: [{ service: 'checkout', episodes: 2 }] });
  expect((await ask('GET', `/v1/map?${year}&environment=staging`)).body).toMatchObject({ episodes: 1 });
  expect((await ask('GET', '/v1/map?until=2026-02-01T00:00:00Z')).body).toMatchObject({
    episodes: 1,
    causes: [{ service: 'checkout', cause: 'capacity', episodeIds: ['e1'], standsOut: false }],
  });
  expect((await ask('GET', `/v1/map?${year}&kind=reverted_change`)).body).toMatchObject({ episodes: 0 });
});

test('returns a failure map whose period begins in the year 1', async () => {
  expect((await ask('GET', '/v1/map?since=0001-01-01T00:00:00Z')).status).toBe(200);
});

test.each([
  'until=0001-01-01T00:00:00Z',
  'until=0000-01-01T00:00:00Z',
  'since=0001-01-01T00:00:00%2B14:00',
  'until=9999-12-31T23:59:59-14:00',
])('rejects the implausible period %s of a failure map', async (period) => {
  expect((await ask('GET', `/v1/map?${period}`)).status).toBe(400);
});

test('the failure map of one service has the episode total of the whole organisation', async () => {
  const year = 'since=2025-01-01T00:00:00Z&until=2026-02-01T00:00:00Z';
  const { body } = await ask('GET', `/v1/map?${year}&service=checkout`);
  expect(body).toMatchObject({ episodes: 2, causes: [{ service: 'checkout', episodes: 2 }] });
  expect((await ask('GET', `/v1/map?${year}&service=mail`)).body).toMatchObject({
    episodes: 2,
    services: [],
    causes: [],
  });
});

test('returns 304 for an unchanged failure map', async () => {
  const get = (headers: Record<string, string>) =>
    fetch(`${url}/v1/map?since=2025-01-01T00:00:00Z&until=2026-02-01T00:00:00Z`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  const first = await get({});
  expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(FailureMap.parse(await first.json()).episodes).toBe(2);
  const again = await get({ 'if-none-match': first.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('rounds the period of a failure map to hours, and limits the rate of requests', async () => {
  const within = '/v1/map?since=2025-01-01T00:59:59.999Z&until=2026-02-01T00:00:00.001Z';
  expect((await ask('GET', within)).body).toMatchObject({
    episodes: 2,
    from: '2025-01-01T00:00:00.000Z',
    until: '2026-02-01T01:00:00.000Z',
  });
  const forever = '/v1/map?since=2025-01-01T00:00:00Z&until=9999-12-31T23:59:59Z';
  expect((await ask('GET', forever)).body).toMatchObject({ episodes: 2 });
  const limited = await listen(
    createApp({ ...deps, requestLimits: { ...deps.requestLimits, costly: 2 } }),
    '127.0.0.1',
    0,
  );
  onTestFinished(() => limited.close());
  const headers = { authorization: `Bearer ${token}` };
  const statuses = [];
  for (let at = 0; at < 3; at += 1) statuses.push((await fetch(`${limited.url}${within}`, { headers })).status);
  expect(statuses).toEqual([200, 200, 429]);
});

test('responds with a retryable error if too many failure maps wait to be built', async () => {
  const year = (at: number) => `/v1/map?since=${1900 + at}-01-01T00:00:00Z&until=2026-02-01T00:00:00Z`;
  const responses: { status: number; body: Record<string, unknown> }[] = [];
  // Seven users, because at most six requests of one user may wait at the same time.
  const users = await Promise.all(Array.from({ length: 7 }, (_, nth) => store.access.addUser(`User ${nth}`, 'viewer')));
  const tokens = await Promise.all(
    users.map(({ id: userId }) => store.access.createToken('maps', null, { userId, scopes: ['viewer'] })),
  );
  const send = async (at: number) => {
    const headers = { authorization: `Bearer ${tokens[at % tokens.length]?.token}` };
    const response = await fetch(`${url}${year(at)}`, { headers });
    responses.push({ status: response.status, body: (await response.json()) as Record<string, unknown> });
  };
  // No map can be built while the table of episodes is locked.
  await query('begin; lock table observed_episode in access exclusive mode');
  const sent = Array.from({ length: 40 }, (_, at) => send(at));
  await vi
    .waitFor(() => expect(responses.length).toBeGreaterThan(15), { timeout: 30_000 })
    .finally(() => query('rollback'));
  await Promise.all(sent);
  const refused = responses.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThan(20);
  for (const { status, body } of refused)
    expect([status, body.code, body.retryable]).toEqual([503, 'unavailable', true]);
  expect((await ask('GET', year(0))).status).toBe(200);
});

test('rejects a failure map whose period ends before it begins', async () => {
  expect((await ask('GET', '/v1/map?since=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z')).status).toBe(400);
});

test('the failure map of a team contains the episodes of its repositories', async () => {
  const owned = [{ repository: 'acme/checkout', path: null, teams: ['payments'] }];
  await store.catalogue.replaceFile({ drafts: [], dependencies: [], owners: owned }, 'acme/checkout:CODEOWNERS', false);
  const year = 'since=2025-01-01T00:00:00Z&until=2026-02-01T00:00:00Z';
  expect((await ask('GET', `/v1/map?${year}&team=payments`)).body).toMatchObject({
    episodes: 2,
    services: [{ service: 'checkout' }],
    filter: { team: 'payments' },
  });
  expect((await ask('GET', `/v1/map?${year}&team=mail`)).body).toMatchObject({ episodes: 0, services: [] });
});
