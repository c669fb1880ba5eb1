import type { Measurement, Pattern } from '@refrain/domain';
import { expect, test } from 'vitest';
import {
  createPatternForTest,
  createTestEpisode,
  createTestProposal,
  openStoreUnderTest,
  storeTestIncidents,
} from '../testing/store-under-test.ts';
import type { PatternListOptions } from './list-patterns.ts';

const { store } = await openStoreUnderTest();
const patterns: readonly Partial<Pattern>[] = [
  { id: 'a', name: 'Certificate expired', episodes: 2, cause: 'expiry_time', trigger: 'time' },
  { id: 'b', name: 'Zone is gone', episodes: 7, services: ['cart', 'checkout'], terms: ['ÉCHEC'] },
  { id: 'c', name: 'Disk is full', episodes: 3, repositories: ['acme/cart'], mechanism: 'Disk full' },
];
const days = ['2026-01-01', '2026-01-02', '2026-01-03'];
const [sure = '', likely = '', doubtful = ''] = await storeTestIncidents(store, [
  { externalId: 'sure', severity: 'high', occurredAt: '2026-01-01T06:00:00.000Z' },
  { externalId: 'likely', severity: 'low', occurredAt: '2026-01-02T06:00:00.000Z' },
  { externalId: 'doubtful', severity: null, occurredAt: '2026-01-02T07:00:00.000Z' },
]);
/** The members of each pattern in `patterns`. A clustering omits members that are not stored as failures. */
const members = [
  [
    { failureId: sure, confidence: 1, evidence: [] },
    { failureId: likely, confidence: 0.8, evidence: [] },
  ],
  [{ failureId: doubtful, confidence: 0.5, evidence: [] }],
  [],
];
await store.patterns.writeClustering({
  episodes: [],
  patterns: patterns.map((values, at) => ({
    pattern: createPatternForTest({
      ...values,
      firstAt: `${days[2 - at]}T00:00:00.000Z`,
      lastAt: `${days[at]}T12:00:00.000Z`,
    }),
    members: members[at] ?? [],
  })),
  lineage: [],
  inputVersion: 'v',
});

const period = { from: '2026-01-01T00:00:00.000Z', until: '2026-01-13T00:00:00.000Z' };
const before = { from: '2025-12-20T00:00:00.000Z', until: period.from };

await store.reports.writeObservations({
  episodes: [
    observeEpisode('e1', 'a', '2025-12-19T23:00:00.000Z', 9),
    observeEpisode('e2', 'a', '2025-12-31T23:00:00.000Z', null),
    observeEpisode('e3', 'a', '2026-01-01T00:00:00.000Z', 1.5),
    observeEpisode('e4', 'a', '2026-01-12T23:00:00.000Z', 2),
    observeEpisode('e5', 'a', '2026-01-13T00:00:00.000Z', 9),
    observeEpisode('e6', 'b', '2026-01-02T05:00:00.000Z', null),
    observeEpisode('e7', 'c', '2025-12-30T05:00:00.000Z', 4),
  ],
  changes: [],
});
await store.reports.writeMeasurement({ asOf: '2026-02-01T00:00:00.000Z' } as Measurement, []);

function observeEpisode(id: string, patternId: string, startedAt: string, hours: number | null) {
  return createTestEpisode({ id, patternId, startedAt, hours });
}

async function list(listing: Partial<PatternListOptions>): Promise<string> {
  const { items } = await store.patterns.list({ limit: 10, ...listing });
  return items.map(({ id }) => id).join('');
}

test.each<[Partial<PatternListOptions>, string]>([
  [{}, 'bca'],
  [{ order: 'asc' }, 'acb'],
  [{ sort: 'lastAt' }, 'cba'],
  [{ sort: 'firstAt' }, 'abc'],
  [{ sort: 'firstAt', order: 'asc' }, 'cba'],
  [{ sort: 'name' }, 'acb'],
  [{ sort: 'name', order: 'desc' }, 'bca'],
  [{ cause: 'expiry_time' }, 'a'],
  [{ trigger: 'traffic' }, 'bc'],
  [{ service: 'cart' }, 'b'],
  [{ repository: 'acme/cart' }, 'c'],
  [{ minEpisodes: 3 }, 'bc'],
  [{ sort: 'impactHours' }, 'acb'],
  [{ sort: 'impactHours', order: 'asc' }, 'bca'],
  [{ query: 'FULL disk' }, 'c'],
  [{ query: 'enospc', queryMechanisms: ['Disk full'] }, 'c'],
  [{ query: 'échec' }, 'b'],
  [{ query: '%' }, ''],
])('the listing %j returns %s', async (listing, expected) => {
  expect(await list(listing)).toBe(expected);
});

test.each(['episodes', 'impactHours', 'lastAt', 'firstAt', 'name'] as const)(
  'the pages of the pattern list, sorted by %s, contain every pattern once',
  async (sort) => {
    for (const order of ['asc', 'desc'] as const) {
      let listed = '';
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof store.patterns.list>> = await store.patterns.list({
          limit: 1,
          sort,
          order,
          ...(after === null ? {} : { after }),
        });
        expect(page.total).toBe(3);
        listed += page.items.map(({ id }) => id).join('');
        after = page.next;
      } while (after !== null);
      expect(listed).toBe(await list({ sort, order }));
    }
  },
);

test('the pattern list has the improvement of each pattern, and null without one', async () => {
  const proposed = await store.improvements.ensure('b', createTestProposal());
  const { items } = await store.patterns.list({ limit: 10, sort: 'name' });
  const ofB = { id: proposed.id, state: proposed.state, issueUrl: null };
  expect(items.map(({ id, improvement }) => [id, improvement])).toEqual([
    ['a', null],
    ['c', null],
    ['b', ofB],
  ]);
});

test('without a period, the pattern list has the figures of all time', async () => {
  const { items } = await store.patterns.list({ limit: 10, sort: 'name' });
  expect(items.map(({ episodes, impactHours }) => [episodes, impactHours])).toEqual([
    [2, 21.5],
    [3, 4],
    [7, null],
  ]);
});

test('with a period, the pattern list has only patterns with an episode in it, and the figures of the period', async () => {
  const { items, total } = await store.patterns.list({ limit: 10, sort: 'name', period });
  expect(items.map(({ id, episodes, impactHours }) => [id, episodes, impactHours])).toEqual([
    ['a', 2, 3.5],
    ['b', 1, null],
  ]);
  expect(total).toBe(2);
  expect(await list({ period, minEpisodes: 2 })).toBe('a');
  expect(await list({ period: before, sort: 'impactHours' })).toBe('ca');
  const { cause } = await store.patterns.countFacets({ period: before });
  expect(cause.map(({ value, count }) => `${value} ${count}`)).toEqual(['capacity 1', 'expiry_time 1']);
});

test('sorted by impact, an episode counts at most 24 hours, and one of unknown duration none', async () => {
  const { store: other } = await openStoreUnderTest();
  await other.patterns.writeClustering({
    episodes: [],
    patterns: ['long', 'frequent', 'unknown'].map((id) => ({ pattern: createPatternForTest({ id }), members: [] })),
    lineage: [],
    inputVersion: 'v',
  });
  const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
  await other.reports.writeObservations({
    episodes: [
      observeEpisode('e1', 'long', at(2), 288),
      observeEpisode('e2', 'frequent', at(3), 20),
      observeEpisode('e3', 'frequent', at(5), 20),
      observeEpisode('e4', 'unknown', at(4), 0.5),
      observeEpisode('e5', 'unknown', at(6), null),
    ],
    changes: [],
  });
  for (const within of [{ period }, {}]) {
    const listing = { ...within, sort: 'impactHours' as const };
    const { items } = await other.patterns.list({ ...listing, limit: 10 });
    expect(items.map(({ id, impactHours }) => [id, impactHours])).toEqual([
      ['frequent', 40],
      ['long', 24],
      ['unknown', 0.5],
    ]);
    const first = await other.patterns.list({ ...listing, limit: 1 });
    const rest = await other.patterns.list({ ...listing, limit: 2, after: first.next ?? '' });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(['frequent', 'long', 'unknown']);
  }
  const byName = await other.patterns.list({ sort: 'name', limit: 10 });
  expect(byName.items.find(({ id }) => id === 'long')?.impactHours).toBe(24);
});

test.each(['episodes', 'impactHours'] as const)(
  'the pages of a period, sorted by %s, contain every pattern once',
  async (sort) => {
    const first = await store.patterns.list({ limit: 1, sort, period });
    const second = await store.patterns.list({ limit: 1, sort, period, after: first.next ?? '' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['a', 'b']);
    expect([first.total, second.next]).toEqual([2, null]);
  },
);

test('counts the episodes of a pattern by twelfths of a period, those with a known duration, and those of the period before', async () => {
  const timelines = await store.patterns.countTimelines(['a', 'b'], { period, before });
  expect(timelines.get('a')).toEqual({
    timeline: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    episodesBefore: 1,
    timedEpisodes: 2,
  });
  expect(timelines.get('b')).toEqual({
    timeline: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    episodesBefore: 0,
    timedEpisodes: 0,
  });
});

test('counts the episodes of a pattern in a period by severity, and each episode once per severity', async () => {
  const { store: other } = await openStoreUnderTest();
  const severities = ['critical', 'critical', 'minor', 'critical', 'none', null, 'critical'];
  const ids = await storeTestIncidents(
    other,
    severities.map((severity, at) => ({ externalId: `incident ${at}`, severity })),
  );
  const failuresAt = (...places: number[]) => places.map((at) => ids[at] ?? '');
  await other.reports.writeObservations({
    episodes: [
      { ...observeEpisode('e1', 'a', '2026-01-02T00:00:00.000Z', 1), failureIds: failuresAt(0, 1, 2) },
      { ...observeEpisode('e2', 'a', '2026-01-03T00:00:00.000Z', 1), failureIds: failuresAt(3) },
      { ...observeEpisode('e3', 'b', '2026-01-03T00:00:00.000Z', 1), failureIds: failuresAt(4, 5) },
      { ...observeEpisode('e4', 'a', '2025-12-31T00:00:00.000Z', 1), failureIds: failuresAt(6) },
    ],
    changes: [],
  });
  const counted = await other.patterns.countSeverities(['a', 'b'], period);
  expect([...counted.keys()]).toEqual(['a']);
  expect(counted.get('a')?.toSorted((a, b) => a.episodes - b.episodes)).toEqual([
    { severity: 'minor', episodes: 1 },
    { severity: 'critical', episodes: 2 },
  ]);
});

test('the pattern list refuses a cursor of another sort order', async () => {
  const { next } = await store.patterns.list({ limit: 1, sort: 'name' });
  await expect(store.patterns.list({ limit: 1, sort: 'firstAt', after: next ?? '' })).rejects.toMatchObject({
    code: 'invalid_input',
  });
});
