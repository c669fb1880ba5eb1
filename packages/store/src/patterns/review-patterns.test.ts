import { createDecider, type Pattern, type PatternMeasurement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPatternForTest, createTestProposal, openStoreUnderTest } from '../testing/store-under-test.ts';
import type { PatternListOptions } from './list-patterns.ts';

const { store } = await openStoreUnderTest();
const asOf = '2026-01-12T00:00:00.000Z';
const patterns: readonly Partial<Pattern>[] = [
  { id: 'a', cause: 'expiry_time', judgement: 'confirmed', kinds: countOf(2, 1), services: ['cart', 'checkout'] },
  { id: 'b', cause: 'capacity', judgement: 'dismissed', kinds: countOf(2, 0), services: ['cart'] },
  {
    id: 'c',
    cause: 'capacity',
    mechanism: 'Disk full',
    kinds: countOf(0, 2),
    services: ['checkout'],
    repositories: [],
  },
  { id: 'd', cause: 'data', mechanism: 'Disk full', kinds: countOf(2, 0), services: [], repositories: [], episodes: 9 },
];
await store.patterns.writeClustering({
  episodes: [],
  lineage: [],
  inputVersion: 'v',
  patterns: patterns.map((values) => ({ pattern: createPatternForTest(values), members: [] })),
});
await store.reports.writeMeasurement({ asOf } as never, [
  measured('a', {
    recurrence: 'new',
    trend: { perWeek: { direction: 'rising' } } as never,
    forecast: forecastOf(0.25),
  }),
  measured('b', { recurrence: 'returned', trend: null, forecast: null }),
  measured('c', { recurrence: null, trend: null, forecast: forecastOf(null) }),
]);
const { id: improvementId } = await store.improvements.ensure('a', createTestProposal());
await store.improvements.approve(improvementId, {}, createDecider('session', 'a person'));
const { id: proposedId } = await store.improvements.ensure('c', createTestProposal());

function countOf(incident: number, reverted_change: number): Pattern['kinds'] {
  return { incident, failed_deployment: 0, reverted_change };
}

function measured(patternId: string, values: Partial<PatternMeasurement>) {
  return { patternId, headline: 'h', measurement: { asOf, ...values } as PatternMeasurement };
}

// The probability for 7 and 90 days differs, so that a test fails if the wrong horizon is read.
function forecastOf(probability: number | null): PatternMeasurement['forecast'] {
  const horizons = [7, 30, 90].map((days) => ({ days, probability: days === 30 ? probability : 0.9 }));
  return { asOf, horizons } as PatternMeasurement['forecast'];
}

test('a pattern is not rising if its newest failure is more than 90 days older than the measurement', async () => {
  const { store: other } = await openStoreUnderTest();
  const lastAts = { stale: '2026-01-30T00:00:00.000Z', recent: '2026-02-02T00:00:00.000Z' };
  await other.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'v',
    patterns: Object.entries(lastAts).map(([id, lastAt]) => ({
      pattern: createPatternForTest({ id, lastAt }),
      members: [],
    })),
  });
  const trend = { perWeek: { direction: 'rising' } } as never;
  await other.reports.writeMeasurement(
    { asOf: '2026-05-01T00:00:00.000Z' } as never,
    Object.keys(lastAts).map((id) => measured(id, { recurrence: 'recurring', trend })),
  );
  const { items } = await other.patterns.list({ limit: 10, sort: 'lastAt' });
  expect(items.map(({ id, direction }) => [id, direction])).toEqual([
    ['recent', 'rising'],
    ['stale', 'no_clear_change'],
  ]);
  expect((await other.patterns.list({ limit: 10, direction: 'rising' })).items.map(({ id }) => id)).toEqual(['recent']);
  expect((await other.patterns.countFacets({})).direction).toContainEqual({ value: 'rising', count: 1 });
});

test('the pattern list has the measurement, judgement and improvement of each pattern', async () => {
  const { items } = await store.patterns.list({ limit: 10, sort: 'name' });
  const shown = items.map(({ id, judgement, recurrence, direction, probability30, improvement }) => {
    return { id, judgement, recurrence, direction, probability30, improvement };
  });
  const unknown = { judgement: null, recurrence: null, direction: null, probability30: null };
  expect(shown).toEqual([
    {
      id: 'a',
      judgement: 'confirmed',
      recurrence: 'new',
      direction: 'rising',
      probability30: 0.25,
      improvement: { id: improvementId, state: 'approved', issueUrl: null },
    },
    { id: 'c', ...unknown, improvement: { id: proposedId, state: 'proposed', issueUrl: null } },
    { id: 'd', ...unknown, improvement: null },
  ]);
});

test.each<[Partial<PatternListOptions>, string]>([
  [{}, 'acd'],
  [{ judgement: 'none' }, 'cd'],
  [{ judgement: 'confirmed' }, 'a'],
  [{ judgement: 'dismissed' }, 'b'],
  [{ recurrence: 'new' }, 'a'],
  [{ recurrence: 'returned' }, ''],
  [{ recurrence: 'returned', judgement: 'dismissed' }, 'b'],
  [{ direction: 'rising' }, 'a'],
  [{ direction: 'falling' }, ''],
  [{ improvement: 'none' }, 'd'],
  [{ mechanism: 'Disk full' }, 'cd'],
  [{ mechanism: 'Disk full', service: 'checkout' }, 'c'],
  [{ improvement: 'proposed' }, 'c'],
  [{ improvement: 'approved', kind: 'incident' }, 'a'],
])('the listing %j returns %s', async (listing, expected) => {
  const page = await store.patterns.list({ limit: 1, sort: 'name', ...listing });
  expect(page.total).toBe(expected.length);
  const { items } = await store.patterns.list({ limit: 10, sort: 'name', ...listing });
  expect(items.map(({ id }) => id).join('')).toBe(expected);
});

test('a dismissed pattern is found by its id', async () => {
  expect(await store.patterns.find('b')).toMatchObject({ id: 'b', judgement: 'dismissed' });
  expect((await store.patterns.listAll()).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(await store.patterns.count()).toBe(3);
});

test('a pattern without a judgement has no field `judgement`', async () => {
  expect(await store.patterns.find('d')).not.toHaveProperty('judgement');
});

const counts = (facet: readonly { value: string; count: number }[]) =>
  facet.map(({ value, count }) => `${value} ${count}`).join(', ');

test('the count of each facet value equals the total of the filtered list', async () => {
  const facets = await store.patterns.countFacets({});
  expect(Object.fromEntries(Object.entries(facets).map(([name, facet]) => [name, counts(facet)]))).toEqual({
    kind: 'incident 2, reverted_change 2',
    cause: 'capacity 1, data 1, expiry_time 1',
    trigger: 'traffic 3',
    mechanism: 'Disk full 2',
    service: 'checkout 2, cart 1',
    repository: 'acme/checkout 1',
    recurrence: 'new 1',
    direction: 'rising 1',
    judgement: 'none 2, confirmed 1, dismissed 1',
    improvement: 'approved 1, none 1, proposed 1',
  });
});

test('the counts of a facet ignore the filter on this facet', async () => {
  const { cause, service, judgement } = await store.patterns.countFacets({ cause: 'capacity', minEpisodes: 2 });
  expect([counts(cause), counts(service), counts(judgement)]).toEqual([
    'capacity 1, data 1, expiry_time 1',
    'checkout 1',
    'dismissed 1, none 1',
  ]);
  const narrowed = await store.patterns.countFacets({ service: 'cart', improvement: 'none', judgement: 'dismissed' });
  expect([counts(narrowed.service), counts(narrowed.improvement), counts(narrowed.judgement)]).toEqual([
    'cart 1',
    'none 1',
    'dismissed 1',
  ]);
  expect(counts((await store.patterns.countFacets({ minEpisodes: 9 })).cause)).toBe('data 1');
});
