import { computeMeasurements } from '@refrain/analysis';
import { type ObservedEpisode, ServiceProfile, ServicesResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';

const { store, ask } = await startApiUnderTest();
const until = '2026-06-01T00:00:00.000Z';

async function list(parameters = ''): Promise<ServicesResponse> {
  const { status, body } = await ask('GET', `/v1/services${parameters}`);
  expect(status).toBe(200);
  return ServicesResponse.parse(body);
}

async function find(name: string, period = ''): Promise<ServiceProfile> {
  const { status, body } = await ask('GET', `/v1/services/profile?name=${encodeURIComponent(name)}${period}`);
  expect(status).toBe(200);
  return ServiceProfile.parse(body);
}

const { id } = await store.connections.ensure({
  provider: 'archive',
  account: 'old',
  baseUrl: null,
  credential: null,
  webhookSecret: null,
  scope: null,
});
await store.failures.upsert(id, [
  createFailureDraft('one'),
  { ...createFailureDraft('two'), services: [], repository: 'acme/tools' },
]);
await store.patterns.writeClustering({
  episodes: [],
  lineage: [],
  inputVersion: 'v',
  patterns: [{ pattern: createTestPattern('p1'), members: [] }],
});
await store.catalogue.add({ service: 'checkout', repository: 'acme/checkout', path: null, environment: null });
await store.catalogue.replaceFile(
  {
    drafts: [],
    dependencies: [{ service: 'checkout', dependsOn: 'payments', detail: 'dependsOn: payments' }],
    owners: [{ repository: 'acme/checkout', path: null, teams: ['shop'] }],
  },
  'acme/checkout/catalog-info.yaml',
  true,
);
const account = await store.connections.ensure({
  provider: 'pagerduty',
  account: 'acme',
  baseUrl: 'https://api.pagerduty.com',
  credential: 'a key',
  webhookSecret: null,
  scope: null,
});
await store.catalogue.replaceServiceTeams(account.id, [
  { name: 'checkout', teams: ['Payments'] },
  { name: 'mail', teams: ['Messages'] },
]);
const episodes = [
  episode('e1', { services: ['checkout', 'mail'] }),
  episode('e2', { startedAt: '2026-02-01T00:00:00.000Z' }),
  episode('e3', { services: [], repositories: ['acme/tools'], patternId: null }),
];
await store.reports.writeObservations({ episodes, changes: [] });
const { organisation } = computeMeasurements({
  episodes,
  changes: [],
  until,
  patternIds: [],
  delivery: { failures: [], changes: [], links: [] },
});
await store.reports.writeMeasurement(organisation, []);

test('without a measurement there is no service', async () => {
  const empty = await startApiUnderTest();
  expect((await empty.ask('GET', '/v1/services')).body).toEqual({
    ...{ items: [], next: null, total: 0 },
    ...{ period: null, idle: 0 },
  });
  expect((await empty.ask('GET', '/v1/services/profile?name=checkout')).status).toBe(404);
});

test('lists services with patterns, owners and episodes, and finds one by name', async () => {
  const { items, total } = await list('?sort=name');
  expect([total, items.map(({ name }) => name)]).toEqual([3, ['acme/tools', 'checkout', 'mail']]);
  expect(items[1]).toMatchObject({ kind: 'service', patterns: 1, episodes: 2, teams: ['shop'], deployments: null });
  expect((await list('?team=shop')).items.map(({ name }) => name)).toEqual(['checkout']);
  expect((await list('?query=TOOL')).items.map(({ name }) => name)).toEqual(['acme/tools']);
  expect(await list('?sort=name&limit=1')).toMatchObject({ next: '1', total: 3 });

  expect(await find('checkout')).toMatchObject({
    kind: 'service',
    period: { from: '2025-06-01T00:00:00.000Z', until },
    episodes: 2,
    episodesBefore: null,
    direction: null,
    impactHours: 2,
    patterns: [{ id: 'p1', episodes: 2, impactHours: 2 }],
    causes: [{ cause: 'capacity', episodes: 2 }],
    teams: ['shop'],
    teamFiles: ['catalog_info'],
    teamProvider: null,
    repositories: [{ repository: 'acme/checkout', path: null, isConfirmed: true }],
    related: [
      { name: 'payments', isDependency: true },
      { name: 'mail', sharedEpisodes: 1 },
    ],
    delivery: [],
  });
});

test('the figures of a service are those of the requested period', async () => {
  expect(await find('checkout', '&days=30')).toMatchObject({
    period: { from: '2026-05-02T00:00:00.000Z', until },
    episodes: 1,
    episodesBefore: 0,
    direction: 'too_few',
    patterns: [{ id: 'p1', episodes: 1 }],
  });
  expect((await list('?days=30&query=checkout')).items[0]).toMatchObject({ episodes: 1, episodesBefore: 0 });
});

test('services without an episode in the period can be left out, and are counted', async () => {
  const january = 'since=2026-01-25T00:00:00Z&until=2026-02-10T00:00:00Z';
  const { items, total, idle } = await list(`?${january}&minEpisodes=1`);
  expect([items.map(({ name }) => name), total, idle]).toEqual([['checkout'], 1, 0]);
  expect(await list('?days=7&minEpisodes=1')).toMatchObject({ items: [], total: 0, idle: 3 });
  expect(await list('?days=7')).toMatchObject({ total: 3, idle: 3 });
});

test('a period after the newest measurement is not compared with the period before', async () => {
  expect(await find('checkout', '&since=2026-07-01T00:00:00Z&until=2026-07-08T00:00:00Z')).toMatchObject({
    episodes: 0,
    episodesBefore: null,
    direction: null,
  });
});

test('a service whose code has no owner belongs to the teams in PagerDuty', async () => {
  expect((await list('?team=Messages')).items.map(({ name }) => name)).toEqual(['mail']);
  expect((await list('?team=Payments')).items).toEqual([]);
  expect(await find('mail')).toMatchObject({ teams: ['Messages'], teamFiles: [], teamProvider: 'pagerduty' });
});

test('finds a repository by a name with a slash, and the services that run from it', async () => {
  expect(await find('acme/tools')).toMatchObject({ kind: 'repository', episodes: 1, patterns: [], services: [] });
  expect(await find('acme/checkout')).toMatchObject({ kind: 'repository', episodes: 0, services: ['checkout'] });
});

function episode(id: string, values: Partial<ObservedEpisode>): ObservedEpisode {
  return {
    id,
    patternId: 'p1',
    cause: 'capacity',
    trigger: 'traffic',
    kinds: ['incident'],
    startedAt: '2026-05-20T00:00:00.000Z',
    precision: 'instant',
    endedAt: null,
    hours: 1,
    services: ['checkout'],
    repositories: ['acme/checkout'],
    environments: [],
    paths: [],
    failureIds: [],
    ...values,
  };
}
