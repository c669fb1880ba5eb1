import type { ChangeWithPaths, ObservedEpisode } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createTestConnection, createTestFailureDraft, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, query } = await openStoreUnderTest();
const connection = await createTestConnection(store, 'acme');
await store.failures.upsert(connection.id, [
  createTestFailureDraft({
    kind: 'failed_deployment',
    externalId: 'd1',
    title: 'Deploy failed',
    occurredAt: '2026-01-02T03:00:00.000Z',
  }),
  createTestFailureDraft({ externalId: 'i1', title: 'Checkout answers 502', url: 'https://pd.example/i1' }),
]);
const failureIds = (await store.failures.listAll()).map(({ id }) => id);

function episode(values: Partial<ObservedEpisode> = {}): ObservedEpisode {
  return {
    id: 'e1',
    patternId: null,
    cause: 'capacity',
    trigger: 'traffic',
    kinds: ['incident', 'failed_deployment'],
    startedAt: '2026-01-02T03:00:00.000Z',
    precision: 'instant',
    endedAt: null,
    hours: 1.25,
    services: ['checkout'],
    repositories: ['acme/checkout'],
    environments: ['production'],
    paths: ['src/pool.ts'],
    failureIds,
    ...values,
  };
}

const change: ChangeWithPaths = {
  id: 'c1',
  at: '2026-01-02T02:00:00.000Z',
  repository: 'acme/checkout',
  environment: null,
  services: ['checkout'],
  paths: ['src/pool.ts'],
};
const january = { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' };

test('observations are read back as written, and an episode has the title of its first incident', async () => {
  await store.reports.writeObservations({ episodes: [episode()], changes: [change] });
  expect(await store.reports.listEpisodes(january)).toEqual([episode()]);
  expect(await store.reports.listTitledEpisodes(january)).toEqual([
    { ...episode(), title: 'Checkout answers 502', url: 'https://pd.example/i1' },
  ]);
  expect(await store.reports.listObservedChanges(january)).toEqual([change]);
});

test('listLongestUnassigned lists the longest episodes in no pattern, each named by its first incident', async () => {
  await store.reports.writeObservations({
    episodes: [
      episode(),
      episode({ id: 'e2', hours: 7.5 }),
      episode({ id: 'e3', hours: 90, patternId: 'p' }),
      episode({ id: 'e4', hours: null }),
      episode({ id: 'e5', hours: 80, startedAt: january.until }),
    ],
    changes: [],
  });
  const named = {
    failureId: failureIds[1],
    title: 'Checkout answers 502',
    services: ['checkout'],
    repositories: ['acme/checkout'],
    startedAt: '2026-01-02T03:00:00.000Z',
  };
  expect(await store.reports.listLongestUnassigned(january, 5)).toEqual([
    { ...named, hours: 7.5 },
    { ...named, hours: 1.25 },
  ]);
  expect(await store.reports.listLongestUnassigned(january, 1)).toHaveLength(1);
});

test('listing observations includes the start of the period and excludes its end', async () => {
  await store.reports.writeObservations({ episodes: [episode()], changes: [change] });
  const listed = (from: string, until: string) => store.reports.listEpisodes({ from, until });
  expect(await listed('2026-01-02T03:00:00.000Z', '2026-01-03T00:00:00.000Z')).toHaveLength(1);
  expect(await listed('2026-01-01T00:00:00.000Z', '2026-01-02T03:00:00.000Z')).toEqual([]);
  expect(await store.reports.listObservedChanges({ from: change.at, until: change.at })).toEqual([]);
});

test('an unchanged observation is not written again, and one that is no longer found is removed', async () => {
  await store.reports.writeObservations({ episodes: [episode()], changes: [change] });
  const versions = () => query('select id, xmin::text from observed_episode order by id');
  const [before] = await versions();
  await store.reports.writeObservations({ episodes: [episode(), episode({ id: 'e2', hours: null })], changes: [] });
  expect((await versions())[0]).toEqual(before);
  expect(await store.reports.listObservedChanges(january)).toEqual([]);
  await store.reports.writeObservations({ episodes: [episode({ id: 'e2', patternId: 'p' })], changes: [] });
  const left = await store.reports.listEpisodes(january);
  expect(left.map(({ id, patternId }) => [id, patternId])).toEqual([['e2', 'p']]);
  expect(await store.reports.listEpisodesOfPattern('p')).toEqual([episode({ id: 'e2', patternId: 'p' })]);
  expect(await store.reports.listEpisodesOfPattern('q')).toEqual([]);
});

test('summarises the episodes and changes of a period', async () => {
  await store.reports.writeObservations({
    episodes: [
      episode(),
      episode({ id: 'e2', patternId: 'p', hours: 4.75 }),
      episode({ id: 'e3', hours: null }),
      episode({ id: 'e4', startedAt: january.until }),
    ],
    changes: [change, { ...change, id: 'c2', at: january.until }],
  });
  expect(await store.reports.summarisePeriod(january)).toEqual({
    episodes: 3,
    changes: 1,
    medianHours: 3,
    impactHours: 6,
    unassigned: 2,
    unassignedHours: 1.25,
  });
  expect(await store.reports.summarisePeriod({ from: '2020-01-01T00:00:00Z', until: '2021-01-01T00:00:00Z' })).toEqual({
    episodes: 0,
    changes: 0,
    medianHours: null,
    impactHours: null,
    unassigned: 0,
    unassignedHours: 0,
  });
});
