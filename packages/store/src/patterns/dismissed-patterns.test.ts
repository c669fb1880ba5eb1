import type { PatternJudgement, PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPatternForTest, createTestProposal, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const asOf = '2026-01-12T00:00:00.000Z';
await store.events.addSubscription({
  kind: 'webhook',
  address: 'https://hooks.example/a',
  shown: 'https://hooks.example',
  secret: 'whsec_a',
  events: ['report_written', 'pattern_rising'],
  scope: { kind: 'organisation' },
  period: null,
});

/** Stores a clustering with a single pattern, which has the given id and judgement. */
const judge = (id: string, judgement: PatternJudgement | null) =>
  store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: `${id} ${judgement}`,
    patterns: [{ pattern: createPatternForTest({ id, ...(judgement === null ? {} : { judgement }) }), members: [] }],
  });

const measure = (patternId: string, recurrence: 'recurring' | 'returned', direction: 'steady' | 'rising') =>
  store.reports.writeMeasurement({ asOf } as never, [
    {
      patternId,
      headline: `${recurrence} ${direction}`,
      measurement: { asOf, recurrence, trend: { perWeek: { direction } }, forecast: null } as never,
    },
  ]);

const writeReport = (id: string, failures: number) =>
  store.reports.ensure(id, {
    pattern: createPatternForTest({ id }),
    members: [],
    links: [],
    asOf,
    coverage: { failures, inPatterns: 1 },
  } satisfies PatternReport);

/** Returns the types of the events that `work` writes. */
async function eventsOf(work: () => Promise<unknown>): Promise<string[]> {
  const after = await store.events.findLastPosition();
  await work();
  return (await store.events.list({ after, limit: 100 })).map(({ type }) => type);
}

test('writing an unchanged judgement does not count as a change of the pattern', async () => {
  await judge('judged', null);
  for (const judgement of ['confirmed', 'dismissed', null] as const) {
    expect(await judge('judged', judgement)).toEqual({ changedPatternIds: ['judged'] });
    expect((await store.patterns.find('judged'))?.judgement ?? null).toBe(judgement);
    expect(await judge('judged', judgement)).toEqual({ changedPatternIds: [] });
  }
});

test('events announce that a confirmed pattern was found, rises or returns, but a dismissed pattern causes no such event', async () => {
  await judge('announced', 'dismissed');
  await measure('announced', 'recurring', 'steady');
  expect(await eventsOf(() => measure('announced', 'returned', 'rising'))).toEqual([]);
  await judge('announced', 'confirmed');
  await measure('announced', 'recurring', 'steady');
  expect(await eventsOf(() => measure('announced', 'returned', 'rising'))).toEqual([
    'pattern_rising',
    'pattern_returned',
  ]);
  expect(await eventsOf(() => judge('found dismissed', 'dismissed'))).toEqual([]);
});

test('a report of a dismissed pattern creates an event, but no subscription receives the event', async () => {
  await judge('reported', 'dismissed');
  const before = await store.events.listDueDeliveries(100);
  expect(await eventsOf(() => writeReport('reported', 1))).toEqual(['report_written']);
  expect(await store.events.listDueDeliveries(100)).toEqual(before);
  await judge('reported', null);
  await writeReport('reported', 2);
  expect(await store.events.listDueDeliveries(100)).toHaveLength(before.length + 1);
});

test('the library omits a dismissed pattern until the judgement is removed', async () => {
  await judge('in library', null);
  await writeReport('in library', 1);
  await judge('in library', 'dismissed');
  expect(await store.reports.listLibrary({ limit: 10 })).toMatchObject({ items: [], total: 0 });
  expect(await store.reports.findLatest('in library')).not.toBeNull();
  await judge('in library', null);
  expect((await store.reports.listLibrary({ limit: 10 })).items).toHaveLength(1);
});

test('the overview omits a dismissed pattern', async () => {
  await judge('in overview', 'dismissed');
  await measure('in overview', 'returned', 'steady');
  const listReturned = async () => (await store.patterns.list({ recurrence: 'returned', limit: 10 })).items;
  expect(await listReturned()).toEqual([]);
  await judge('in overview', 'confirmed');
  expect(await listReturned()).toMatchObject([{ id: 'in overview' }]);
});

test('the policy does not consider the proposal of a dismissed pattern', async () => {
  await judge('proposed', null);
  await store.improvements.ensure('proposed', createTestProposal());
  expect(await store.improvements.listForPolicy(10)).toHaveLength(1);
  await judge('proposed', 'dismissed');
  expect(await store.improvements.listForPolicy(10)).toEqual([]);
});
