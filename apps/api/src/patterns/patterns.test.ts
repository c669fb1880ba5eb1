import type { Measurement, ObservedEpisode, Ownership, PatternsResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';

const { ask, store } = await startApiUnderTest();
const { id: connectionId } = await store.connections.ensure({
  provider: 'archive',
  account: 'old',
  baseUrl: null,
  credential: null,
  webhookSecret: null,
  scope: null,
});
await store.failures.upsert(connectionId, [createFailureDraft('one'), createFailureDraft('two')]);
const [one, two] = (await store.failures.listAll()).map(({ id }) => id) as [string, string];
await store.patterns.writeClustering({
  episodes: [
    { id: 'e1', failureIds: [one] },
    { id: 'e2', failureIds: [two] },
  ],
  patterns: [
    { pattern: createTestPattern('p1'), members: [{ failureId: one, confidence: 1, evidence: [] }] },
    { pattern: { ...createTestPattern('p2'), judgement: 'dismissed' }, members: [] },
  ],
  lineage: [],
  inputVersion: 'v',
});

const idsOf = async (path: string) => {
  const { body } = await ask('GET', path);
  return (body as { readonly items: readonly { readonly id: string }[] }).items.map(({ id }) => id);
};

test('lists a dismissed pattern only on request, and finds it by id', async () => {
  expect(await idsOf('/v1/patterns')).toEqual(['p1']);
  expect(await idsOf('/v1/patterns?judgement=dismissed')).toEqual(['p2']);
  expect(await ask('GET', '/v1/patterns/p1')).toMatchObject({ status: 200, body: { judgement: null } });
  expect(await ask('GET', '/v1/patterns/p2')).toMatchObject({ status: 200, body: { judgement: 'dismissed' } });
});

test('a listed pattern has the teams that own its services, or else its repositories', async () => {
  const teamsOfP1 = async () => {
    const { body } = await ask('GET', '/v1/patterns');
    return (body.items as { teams: string[] }[])[0]?.teams;
  };
  const own = (repository: string, path: string | null, ...teams: string[]) => ({ repository, path, teams });
  const replace = (...owners: Ownership[]) =>
    store.catalogue.replaceFile({ drafts: [], dependencies: [], owners }, 'acme:CODEOWNERS', true);
  expect(await teamsOfP1()).toEqual([]);
  await replace(own('acme/checkout', null, 'platform'));
  expect(await teamsOfP1()).toEqual(['platform']);
  const entry = { service: 'checkout', repository: 'acme/shop', path: 'services/checkout', environment: null };
  await store.catalogue.add(entry);
  await replace(own('acme/checkout', null, 'platform'), own('acme/shop', 'services', 'payments'));
  expect(await teamsOfP1()).toEqual(['payments']);
  await replace();
  const { id } = await store.connections.ensure({
    provider: 'pagerduty',
    account: 'acme',
    baseUrl: 'https://api.pagerduty.com',
    credential: 'a key',
    webhookSecret: null,
    scope: null,
  });
  await store.catalogue.replaceServiceTeams(id, [{ name: 'checkout', teams: ['Money'] }]);
  expect(await teamsOfP1()).toEqual(['Money']);
});

test('lists of patterns and failures can be sorted in both directions', async () => {
  for (const path of ['/v1/patterns?sort=impactHours', '/v1/patterns?sort=impactHours&order=asc'])
    expect(await idsOf(path)).toEqual(['p1']);
  expect((await idsOf('/v1/failures?sort=duration')).sort()).toEqual([one, two].sort());
  expect(await ask('GET', '/v1/failures?sort=severity')).toMatchObject({ status: 400 });
});

test('the list of patterns has the figures of the chosen period, and of all time without one', async () => {
  const at = (id: string, startedAt: string, hours: number | null) => observeEpisode(id, { startedAt, hours });
  await store.reports.writeObservations({
    episodes: [
      at('o1', '2025-06-01T00:00:00.000Z', 4),
      at('o2', '2026-02-10T00:00:00.000Z', null),
      at('o3', '2026-02-27T12:00:00.000Z', 2),
    ],
    changes: [],
  });
  await store.reports.writeMeasurement({ asOf: '2026-03-01T00:00:00.000Z' } as Measurement, []);
  const listed = async (query: string) => {
    const { body } = await ask('GET', `/v1/patterns${query}`);
    const { items, period } = body as PatternsResponse;
    return {
      period,
      figures: items.map(({ episodes, episodesBefore, impactHours, timeline }) => [
        episodes,
        episodesBefore,
        impactHours,
        timeline.join(''),
      ]),
    };
  };
  expect(await listed('?days=12')).toEqual({
    period: { from: '2026-02-17T00:00:00.000Z', until: '2026-03-01T00:00:00.000Z' },
    figures: [[1, 1, 2, '000000000010']],
  });
  expect((await listed('?since=2025-06-01T00:00:00Z&until=2025-06-13T00:00:00Z')).figures).toEqual([
    [1, null, 4, '100000000000'],
  ]);
  expect((await listed('?until=2025-05-01T00:00:00Z&since=2025-04-01T00:00:00Z')).figures).toEqual([]);
  expect(await listed('')).toMatchObject({
    period: { from: '2025-06-01T00:00:00.000Z', until: '2026-03-01T00:00:00.000Z' },
    figures: [[createTestPattern('p1').episodes, null, 6, '100000000002']],
  });
  expect(await ask('GET', '/v1/patterns/facets?days=12')).toMatchObject({
    body: { cause: [{ value: 'capacity', count: 1 }] },
  });
  expect(await ask('GET', '/v1/patterns?since=2026-02-02T00:00:00Z&until=2026-02-01T00:00:00Z')).toMatchObject({
    status: 400,
  });
});

test('a listed pattern has the highest severity of its episodes in the period, and null without one', async () => {
  const other = await startApiUnderTest();
  const { id } = await other.store.connections.ensure({
    provider: 'archive',
    account: 'severities',
    baseUrl: null,
    credential: null,
    webhookSecret: null,
    scope: null,
  });
  const drafts = ['major', 'major', 'minor'].map((severity, at) => ({
    ...createFailureDraft(`severe ${at}`),
    severity,
  }));
  await other.store.failures.upsert(id, drafts);
  await other.store.patterns.writeClustering({
    episodes: [],
    patterns: [{ pattern: createTestPattern('p1'), members: [] }],
    lineage: [],
    inputVersion: 'v',
  });
  const severe = await other.store.failures.listAll();
  await other.store.reports.writeObservations({
    episodes: severe.map((failure, at) => ({
      ...observeEpisode(`s${at}`, { startedAt: '2026-02-27T12:00:00.000Z', hours: null }),
      failureIds: [failure.id],
    })),
    changes: [],
  });
  await other.store.reports.writeMeasurement({ asOf: '2026-03-01T00:00:00.000Z' } as Measurement, []);
  const worstOf = async (query: string) => {
    const { body } = await other.ask('GET', `/v1/patterns${query}`);
    return (body as PatternsResponse).items.map(({ worstSeverity }) => worstSeverity);
  };
  expect(await worstOf('?days=12')).toEqual([{ severity: 'major', episodes: 2 }]);
  expect(await worstOf('')).toEqual([{ severity: 'major', episodes: 2 }]);
  await other.store.reports.writeObservations({ episodes: [], changes: [] });
  expect(await worstOf('')).toEqual([null]);
});

test('the facets route accepts only the filters of the pattern list', async () => {
  expect(await ask('GET', '/v1/patterns/facets?judgement=none')).toMatchObject({
    status: 200,
    body: {
      cause: [{ value: 'capacity', count: 1 }],
      judgement: [
        { value: 'dismissed', count: 1 },
        { value: 'none', count: 1 },
      ],
    },
  });
  for (const query of ['limit=1', 'sort=name', 'recurrence=often', 'improvement=any', 'mechanism='])
    expect(await ask('GET', `/v1/patterns/facets?${query}`)).toMatchObject({ status: 400 });
});

test('a list of failures by episode accepts at most 50 episodes', async () => {
  expect(await idsOf('/v1/failures?episodeIds=e1')).toEqual([one]);
  expect((await idsOf('/v1/failures?episodeIds=e1,e2')).sort()).toEqual([one, two].sort());
  const many = (count: number) =>
    ask('GET', `/v1/failures?episodeIds=${Array.from({ length: count }, (_, at) => `e${at}`)}`);
  expect([(await many(50)).status, (await many(51)).status]).toEqual([200, 400]);
  expect(await ask('GET', '/v1/failures?episodeIds=e1,,e2')).toMatchObject({ status: 400 });
});

function observeEpisode(
  id: string,
  { startedAt, hours }: Pick<ObservedEpisode, 'startedAt' | 'hours'>,
): ObservedEpisode {
  return {
    id,
    patternId: 'p1',
    startedAt,
    hours,
    cause: 'capacity',
    trigger: 'traffic',
    kinds: ['incident'],
    precision: 'instant',
    endedAt: null,
    services: [],
    repositories: [],
    environments: [],
    paths: [],
    failureIds: [],
  };
}
