import type { ObservedEpisode } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPatternForTest, createTestEpisode, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const asOf = '2026-06-01T00:00:00.000Z';
const year = { since: '2025-06-01T00:00:00.000Z', until: asOf };
const quarter = { from: '2026-03-03T00:00:00.000Z', until: asOf };
const periods = { shown: quarter, before: { from: '2025-12-03T00:00:00.000Z', until: quarter.from } };

function episode(id: string, values: Partial<ObservedEpisode> = {}): ObservedEpisode {
  return createTestEpisode({
    id,
    patternId: 'p1',
    startedAt: '2026-05-20T00:00:00.000Z',
    hours: 1,
    services: ['checkout'],
    repositories: ['acme/checkout'],
    ...values,
  });
}

await store.patterns.writeClustering({
  episodes: [],
  lineage: [],
  inputVersion: 'v',
  patterns: [
    createPatternForTest({ id: 'p1' }),
    createPatternForTest({ id: 'p2' }),
    createPatternForTest({ id: 'dismissed', judgement: 'dismissed' }),
  ].map((pattern) => ({ pattern, members: [] })),
});
await store.reports.writeObservations({
  changes: [],
  episodes: [
    episode('recent'),
    episode('shared', { services: ['checkout', 'mail'], startedAt: '2026-02-01T00:00:00.000Z' }),
    episode('old', { patternId: 'p2', startedAt: '2024-01-01T00:00:00.000Z' }),
    episode('unknown service', { patternId: null, services: [], cause: 'data', startedAt: '2026-01-15T00:00:00.000Z' }),
    episode('of a dismissed pattern', { patternId: 'dismissed', services: ['noisy'] }),
    episode('later', { startedAt: asOf }),
  ],
});
const checkout = { name: 'checkout', kind: 'service' } as const;

test('counts episodes by service, and by repository only if no service is known', async () => {
  const locations = await store.reports.countEpisodesByLocation(periods);
  expect(locations.map(({ name, kind, timeline: _, ...counts }) => ({ name, kind, ...counts }))).toEqual([
    {
      name: 'acme/checkout',
      kind: 'repository',
      episodes: 0,
      impactHours: null,
      episodesBefore: 1,
      lastAt: '2026-01-15T00:00:00.000Z',
      patterns: 0,
    },
    { ...checkout, episodes: 1, impactHours: 1, episodesBefore: 1, lastAt: '2026-05-20T00:00:00.000Z', patterns: 1 },
    {
      name: 'mail',
      kind: 'service',
      episodes: 0,
      impactHours: null,
      episodesBefore: 1,
      lastAt: '2026-02-01T00:00:00.000Z',
      patterns: 0,
    },
    {
      name: 'noisy',
      kind: 'service',
      episodes: 1,
      impactHours: 1,
      episodesBefore: 0,
      lastAt: '2026-05-20T00:00:00.000Z',
      patterns: 0,
    },
  ]);
  expect(locations[1]?.timeline).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
});

test('an episode at the start of a period counts, and without a period before nothing is compared', async () => {
  const shown = { from: '2026-02-01T00:00:00.000Z', until: '2026-05-20T00:00:00.000Z' };
  const counts = await store.reports.countEpisodesAt(checkout, { shown, before: null });
  expect(counts).toMatchObject({ episodes: 1, episodesBefore: null, patterns: 1 });
  expect(counts?.timeline).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('the counts of one location equal those in the list of all locations', async () => {
  for (const { name, kind, ...counts } of await store.reports.countEpisodesByLocation(periods))
    expect(await store.reports.countEpisodesAt({ name, kind }, periods)).toEqual(counts);
  expect(await store.reports.countEpisodesAt({ ...checkout, name: 'unknown' }, periods)).toBeNull();
});

test('lists the patterns, causes and neighbours of a service in the requested period', async () => {
  expect(await store.reports.listPatternsAt(checkout, year.since, year.until)).toMatchObject([
    { id: 'p1', episodes: 2, impactHours: 2, lastAt: '2026-05-20T00:00:00.000Z', recurrence: null, improvement: null },
  ]);
  expect(await store.reports.countCausesAt(checkout, year.since, year.until)).toEqual([
    { cause: 'capacity', episodes: 2 },
  ]);
  expect(
    await store.reports.countCausesAt({ name: 'acme/checkout', kind: 'repository' }, year.since, year.until),
  ).toEqual([{ cause: 'data', episodes: 1 }]);
  expect(await store.reports.countSharedEpisodes('checkout', year.since, year.until)).toEqual([
    { name: 'mail', sharedEpisodes: 1 },
  ]);
});

test('listEpisodeStartsAt lists when the episodes of a service in a period began', async () => {
  const starts = await store.reports.listEpisodeStartsAt(checkout, year.since, year.until);
  expect(starts.map(({ startedAt }) => startedAt).toSorted()).toEqual([
    '2026-02-01T00:00:00.000Z',
    '2026-05-20T00:00:00.000Z',
  ]);
});

test('the patterns of a service omit a dismissed pattern, but its episodes count', async () => {
  const noisy = { name: 'noisy', kind: 'service' } as const;
  expect(await store.reports.listPatternsAt(noisy, year.since, year.until)).toEqual([]);
  expect(await store.reports.countEpisodesAt(noisy, periods)).toMatchObject({ episodes: 1, patterns: 0 });
});
