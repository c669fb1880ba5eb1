import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPatternForTest, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, open } = await openStoreUnderTest();
await store.patterns.writeClustering({
  episodes: [],
  patterns: ['equal', 'latest', 'slow', 'renamed'].map((id) => ({
    pattern: createPatternForTest({ id }),
    members: [],
  })),
  lineage: [],
  inputVersion: 'v',
});

function report(failures: number): PatternReport {
  return {
    pattern: createPatternForTest(),
    members: [],
    links: [],
    coverage: { failures, inPatterns: 1 },
    asOf: '2026-01-01T00:00:00.000Z',
  };
}

test('equal content is stored as one report, even by two concurrent processes', async () => {
  const stored = await Promise.all(
    [store, open(), store, open(), store, open()].map((one) => one.reports.ensure('equal', report(1))),
  );
  expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
  expect(stored.filter(({ created }) => created)).toHaveLength(1);
  expect(await store.reports.find(stored[0]?.id ?? '')).toEqual({
    id: stored[0]?.id,
    patternId: 'equal',
    createdAt: stored[0]?.createdAt,
    report: report(1),
  });
});

test('the report that was written last is the latest, even if its content was stored before', async () => {
  await store.reports.ensure('latest', report(1));
  await store.reports.ensure('latest', report(2));
  expect((await store.reports.findLatest('latest'))?.report).toEqual(report(2));
  expect((await store.reports.ensure('latest', report(1))).created).toBe(false);
  expect((await store.reports.findLatest('latest'))?.report).toEqual(report(1));
  expect(await store.reports.list('latest')).toHaveLength(2);
});

test('a report from older data does not replace one from newer data', async () => {
  const [before, after] = [await store.reports.readNow(), '2100-01-01T00:00:00.000Z'];
  const latest = async () => (await store.reports.findLatest('slow'))?.report;
  await store.reports.ensure('slow', report(4), after);
  await store.reports.ensure('slow', report(3), before);
  expect(await latest()).toEqual(report(4));
  await store.reports.ensure('slow', report(4), before);
  await store.reports.ensure('slow', report(3));
  expect(await latest()).toEqual(report(4));
});

test('the names of a pattern are listed once, oldest first', async () => {
  for (const name of ['Disk full', 'Volume full', 'Disk full'])
    await store.reports.ensure('renamed', { ...report(1), pattern: createPatternForTest({ name }) });
  expect(await store.reports.listPatternNames('renamed')).toEqual(['Disk full', 'Volume full']);
});

test('a report of an unknown pattern is refused', async () => {
  await expect(store.reports.ensure('unknown', report(1))).rejects.toMatchObject({ code: 'not_found' });
  expect(await store.reports.findLatest('unknown')).toBeNull();
});
