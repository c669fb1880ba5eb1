import type { PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openStoreUnderTest, pattern } from './store-under-test.ts';

const { store, open } = await openStoreUnderTest();
await store.patterns.writeGrouping({
  episodes: [],
  patterns: [{ pattern: pattern(), members: [] }],
  lineage: [],
  inputVersion: 'v',
});

function report(failures: number): PatternReport {
  return {
    pattern: pattern(),
    members: [],
    links: [],
    coverage: { failures, inPatterns: 1 },
    asOf: '2026-01-01T00:00:00.000Z',
  };
}

test('the same content is the same report, also from two processes at once', async () => {
  const stored = await Promise.all(
    [store, open(), store, open(), store, open()].map((one) => one.reports.ensure('pattern-1', report(1))),
  );
  expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
  expect(stored.filter(({ created }) => created)).toHaveLength(1);
  expect(await store.reports.find(stored[0]?.id ?? '')).toEqual({
    id: stored[0]?.id,
    patternId: 'pattern-1',
    createdAt: stored[0]?.createdAt,
    report: report(1),
  });
});

test('the latest is the one that was ensured last, though its content was there before', async () => {
  await store.reports.ensure('pattern-1', report(1));
  await store.reports.ensure('pattern-1', report(2));
  expect((await store.reports.findLatest('pattern-1'))?.report).toEqual(report(2));
  expect((await store.reports.ensure('pattern-1', report(1))).created).toBe(false);
  expect((await store.reports.findLatest('pattern-1'))?.report).toEqual(report(1));
  expect(await store.reports.list('pattern-1')).toHaveLength(2);
});

test('a report that was long in the making does not come before one of what was read since', async () => {
  const [before, after] = [await store.owedReports.now(), '2100-01-01T00:00:00.000Z'];
  const latest = async () => (await store.reports.findLatest('pattern-1'))?.report;
  await store.reports.ensure('pattern-1', report(4), after);
  await store.reports.ensure('pattern-1', report(3), before);
  expect(await latest()).toEqual(report(4));
  await store.reports.ensure('pattern-1', report(4), before);
  await store.reports.ensure('pattern-1', report(3));
  expect(await latest()).toEqual(report(4));
});

test('there is no report of a pattern that does not exist', async () => {
  await expect(store.reports.ensure('unknown', report(1))).rejects.toMatchObject({ code: 'not_found' });
  expect(await store.reports.findLatest('unknown')).toBeNull();
});
