import type { PatternReport, RefrainEvent } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPatternForTest, createTestDigest, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();

/** Writes a clustering with only these patterns. */
const group = (...ids: string[]) =>
  store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: ids.join(),
    patterns: ids.map((id) => ({ pattern: createPatternForTest({ id }), members: [] })),
  });

function report(failures: number): PatternReport {
  const asOf = '2026-01-01T00:00:00.000Z';
  return { pattern: createPatternForTest(), members: [], links: [], coverage: { failures, inPatterns: 1 }, asOf };
}

/** Returns the events that `work` writes. */
async function eventsOf(work: () => Promise<unknown>): Promise<RefrainEvent[]> {
  const after = await store.events.findLastPosition();
  await work();
  return store.events.list({ after, limit: 1_000 });
}

const named = (events: readonly RefrainEvent[]) =>
  events.map(({ type, patternId, reportId, digestId }) => [type, patternId ?? reportId ?? digestId]);

test('a new pattern causes one event, and none when it is retired and found again', async () => {
  expect(named(await eventsOf(() => group('found b', 'found a')))).toEqual([
    ['pattern_found', 'found a'],
    ['pattern_found', 'found b'],
  ]);
  const again = async () => {
    await group('found a');
    await group('found a', 'found b');
  };
  expect(await eventsOf(again)).toEqual([]);
});

test('a report or digest causes one event, even if several processes write it concurrently', async () => {
  await group('reported');
  const all = [store, open(), open()];
  const reports = await eventsOf(() => Promise.all(all.map((one) => one.reports.ensure('reported', report(1)))));
  expect(reports).toMatchObject([{ type: 'report_written', patternId: 'reported', digestId: null }]);
  expect(await store.reports.find(String(reports[0]?.reportId))).not.toBeNull();
  const digests = await eventsOf(() => Promise.all(all.map((one) => one.reports.ensureDigest(createTestDigest()))));
  expect(digests).toMatchObject([{ type: 'digest_written', patternId: null, reportId: null }]);
});

test('an event announces that a pattern begins to rise or returns, but not at the first measurement of the pattern', async () => {
  await group('measured');
  const measure = (recurrence: 'recurring' | 'returned', direction: 'steady' | 'rising') => {
    const asOf = '2026-01-01T00:00:00.000Z';
    const measurement = { asOf, recurrence, trend: { perWeek: { direction } }, forecast: null } as never;
    return store.reports.writeMeasurement({ asOf } as never, [
      { patternId: 'measured', measurement, headline: `${recurrence} ${direction}` },
    ]);
  };
  expect(await eventsOf(() => measure('returned', 'rising'))).toEqual([]);
  expect(await eventsOf(() => measure('recurring', 'steady'))).toEqual([]);
  expect(named(await eventsOf(() => measure('recurring', 'rising')))).toEqual([['pattern_rising', 'measured']]);
  expect(named(await eventsOf(() => measure('returned', 'rising')))).toEqual([['pattern_returned', 'measured']]);
  expect(await eventsOf(() => measure('returned', 'rising'))).toEqual([]);
});

test('a report that cannot be stored causes no event', async () => {
  expect(await eventsOf(() => store.reports.ensure('unknown', report(1)).catch(() => null))).toEqual([]);
});

test('a reader of events misses none while several processes write', async () => {
  await group('read a', 'read b');
  const writers = [store, open(), open(), open()];
  let after = await store.events.findLastPosition();
  const seen: string[] = [];
  let writing = true;
  const write = Promise.all(
    writers.map(async (one, writer) => {
      for (let n = 0; n < 25; n += 1)
        await one.reports.ensure(n % 2 ? 'read a' : 'read b', report(1_000 * (writer + 1) + n));
    }),
  ).finally(() => {
    writing = false;
  });
  for (let last = false; !last; ) {
    last = !writing;
    for (let page = [{ position: after }]; page.length > 0; ) {
      const read = await store.events.list({ after, limit: 7 });
      seen.push(...read.map(({ id }) => id));
      after = read.at(-1)?.position ?? after;
      page = read;
    }
  }
  await write;
  expect([seen.length, new Set(seen).size]).toEqual([100, 100]);
});

test('events can be listed by type, and are deleted in batches after 30 days', async () => {
  const after = await store.events.findLastPosition();
  await group('old a', 'old b');
  await store.reports.ensure('old a', report(1));
  const found = await store.events.list({ after, types: ['pattern_found'], limit: 10 });
  expect(named(found)).toEqual([
    ['pattern_found', 'old a'],
    ['pattern_found', 'old b'],
  ]);
  await query(`update event set at = now() - interval '31 days' where id = any($1)`, [found.map(({ id }) => id)]);
  expect([await store.events.expire(1), await store.events.expire(10), await store.events.expire(10)]).toEqual([
    1, 1, 0,
  ]);
  expect(await store.events.list({ after, types: ['pattern_found'], limit: 10 })).toEqual([]);
});
