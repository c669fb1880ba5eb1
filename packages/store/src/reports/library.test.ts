import type { FailureLibrarySort, LessonParts, PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPatternForTest, createTestEpisode, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const asOf = '2026-01-12T00:00:00.000Z';
const nothing: LessonParts = { mechanism: null, cause: null, trigger: null, symptom: null, resolution: null };

const writePatterns = (scenarios: Readonly<Record<string, LessonParts>>) =>
  store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: JSON.stringify(scenarios),
    patterns: Object.entries(scenarios).map(([id, scenario]) => ({
      pattern: createPatternForTest({ id, scenario }),
      members: [],
    })),
  });

const observe = (patternId: string, startedAt: string) => createTestEpisode({ id: patternId, patternId, startedAt });

const writeReport = (id: string, scenario: LessonParts) =>
  store.reports.ensure(id, {
    pattern: createPatternForTest({ id, scenario }),
    members: [],
    links: [],
    asOf,
    coverage: { failures: 2, inPatterns: 1 },
  } satisfies PatternReport);

test('listLibrary fills a page with entries that have a lesson', async () => {
  const known = { ...nothing, resolution: 'At least 1 of 2 episodes was resolved by a rollback.' };
  await writePatterns({ a: nothing, b: known, c: known, d: known });
  await writeReport('a', nothing);
  // The report of this pattern is older than what the pattern teaches, so that its entry would be empty.
  await writeReport('b', nothing);
  await writeReport('c', known);
  await writeReport('d', known);
  const page = await store.reports.listLibrary({ limit: 2 });
  expect(page.items.map(({ pattern }) => pattern.id).toSorted()).toEqual(['c', 'd']);
  expect(page.withoutLesson).toBe(1);
  await writeReport('b', known);
  expect((await store.reports.listLibrary({ limit: 10 })).items).toHaveLength(3);
});

test('listLibrary lists the pattern with the newest episode first, or that with most episodes', async () => {
  const known = { ...nothing, resolution: 'At least 1 of 2 episodes was resolved by a rollback.' };
  const some = { id: 'many', scenario: known, episodes: 9, lastAt: '2025-01-01T00:00:00.000Z' };
  const other = { id: 'late', scenario: known, episodes: 2, lastAt: '2026-01-01T00:00:00.000Z' };
  const patterns = [some, other].map((own) => ({ pattern: createPatternForTest(own), members: [] }));
  await store.patterns.writeClustering({ episodes: [], lineage: [], inputVersion: 'sorted', patterns });
  await writeReport('many', known);
  await writeReport('late', known);
  const list = async (sort?: FailureLibrarySort) =>
    (await store.reports.listLibrary({ limit: 2, ...(sort && { sort }) })).items.map(({ pattern }) => pattern.id);
  expect(await list()).toEqual(['late', 'many']);
  expect(await list('episodes')).toEqual(['many', 'late']);
});

test('listLibrary lists only patterns with an episode in the period', async () => {
  const known = { ...nothing, cause: 'The disk was full.' };
  await writePatterns({ old: known, recent: known });
  await writeReport('old', known);
  await writeReport('recent', known);
  await store.reports.writeObservations({
    episodes: [observe('old', '2024-06-01T00:00:00.000Z'), observe('recent', '2025-12-01T00:00:00.000Z')],
    changes: [],
  });
  const period = { from: '2025-01-01T00:00:00.000Z', until: asOf };
  const page = await store.reports.listLibrary({ limit: 10, period });
  expect(page.items.map(({ pattern }) => pattern.id)).toEqual(['recent']);
  expect(page.total).toBe(1);
});
