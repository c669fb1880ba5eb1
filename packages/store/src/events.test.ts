import type { PatternReport, RefrainEvent } from '@refrain/domain';
import { expect, test } from 'vitest';
import { digestUnderTest, openStoreUnderTest, pattern } from './store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();

const grouping = (...ids: string[]) => ({
  ...{ episodes: [], lineage: [], inputVersion: ids.join() },
  patterns: ids.map((id) => ({ pattern: pattern({ id }), members: [] })),
});

function report(failures: number): PatternReport {
  const asOf = '2026-01-01T00:00:00.000Z';
  return { pattern: pattern(), members: [], links: [], coverage: { failures, inPatterns: 1 }, asOf };
}

/** What is told by some work. */
async function toldBy(work: () => Promise<unknown>): Promise<RefrainEvent[]> {
  const after = await store.events.lastPlace();
  await work();
  return store.events.list({ after, limit: 1_000 });
}

const named = (events: readonly RefrainEvent[]) =>
  events.map(({ type, patternId, reportId, digestId }) => [type, patternId ?? reportId ?? digestId]);

test('a pattern is found once, however often it is grouped, retired and grouped again', async () => {
  expect(named(await toldBy(() => store.patterns.writeGrouping(grouping('b', 'a'))))).toEqual([
    ['pattern_found', 'a'],
    ['pattern_found', 'b'],
  ]);
  const again = async () => {
    await store.patterns.writeGrouping(grouping('a'));
    await store.patterns.writeGrouping(grouping('a', 'b'));
  };
  expect(await toldBy(again)).toEqual([]);
});

test('a report and a digest are told once, also by several processes at once', async () => {
  const all = [store, open(), open()];
  const reports = await toldBy(() => Promise.all(all.map((one) => one.reports.ensure('a', report(1)))));
  expect(reports).toMatchObject([{ type: 'report_written', patternId: 'a', digestId: null }]);
  expect(await store.reports.find(String(reports[0]?.reportId))).not.toBeNull();
  const digests = await toldBy(() => Promise.all(all.map((one) => one.digests.ensure(digestUnderTest()))));
  expect(digests).toMatchObject([{ type: 'digest_written', patternId: null, reportId: null }]);
});

test('rising and returning are told when they begin, and not of what is measured for the first time', async () => {
  const measure = (recurrence: 'recurring' | 'returned', direction: 'steady' | 'rising') => {
    const asOf = '2026-01-01T00:00:00.000Z';
    const measurement = { asOf, recurrence, trend: { perWeek: { direction } }, forecast: null } as never;
    return store.measurements.write({ asOf } as never, [
      { patternId: 'a', measurement, headline: `${recurrence} ${direction}` },
    ]);
  };
  expect(await toldBy(() => measure('returned', 'rising'))).toEqual([]);
  expect(await toldBy(() => measure('recurring', 'steady'))).toEqual([]);
  expect(named(await toldBy(() => measure('recurring', 'rising')))).toEqual([['pattern_rising', 'a']]);
  expect(named(await toldBy(() => measure('returned', 'rising')))).toEqual([['pattern_returned', 'a']]);
  expect(await toldBy(() => measure('returned', 'rising'))).toEqual([]);
});

test('what is not stored is not told', async () => {
  expect(await toldBy(() => store.reports.ensure('unknown', report(1)).catch(() => null))).toEqual([]);
});

test('who reads page by page while many write misses none', async () => {
  const writers = [store, open(), open(), open()];
  let after = await store.events.lastPlace();
  const seen: string[] = [];
  let writing = true;
  const write = Promise.all(
    writers.map(async (one, writer) => {
      for (let n = 0; n < 25; n += 1) await one.reports.ensure(n % 2 ? 'a' : 'b', report(1_000 * (writer + 1) + n));
    }),
  ).finally(() => {
    writing = false;
  });
  for (let last = false; !last; ) {
    last = !writing;
    for (let page = [{ place: after }]; page.length > 0; ) {
      const read = await store.events.list({ after, limit: 7 });
      seen.push(...read.map(({ id }) => id));
      after = read.at(-1)?.place ?? after;
      page = read;
    }
  }
  await write;
  expect([seen.length, new Set(seen).size]).toEqual([100, 100]);
});

test('the types are chosen, and old ones are forgotten in batches', async () => {
  const found = await store.events.list({ after: '0', types: ['pattern_found'], limit: 10 });
  expect(new Set(found.map(({ type }) => type))).toEqual(new Set(['pattern_found']));
  await query(`update event set at = now() - interval '31 days' where type = 'pattern_found'`);
  expect([await store.events.expire(1), await store.events.expire(10), await store.events.expire(10)]).toEqual([
    1, 1, 0,
  ]);
  expect(await store.events.list({ after: '0', types: ['pattern_found'], limit: 10 })).toEqual([]);
});
