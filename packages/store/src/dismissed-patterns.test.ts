import type { PatternJudgement, PatternReport } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openStoreUnderTest, pattern, proposal } from './store-under-test.ts';

const { store } = await openStoreUnderTest();
const asOf = '2026-01-12T00:00:00.000Z';
await store.subscriptions.add({
  ...{ kind: 'webhook', address: 'https://hooks.example/a', shown: 'https://hooks.example', secret: 'whsec_a' },
  ...{ events: ['report_written', 'pattern_rising'], scope: { kind: 'organisation' }, period: null },
});

const judge = (judgement: PatternJudgement | null) =>
  store.patterns.writeGrouping({
    ...{ episodes: [], lineage: [], inputVersion: String(judgement) },
    patterns: [{ pattern: pattern({ id: 'a', ...(judgement === null ? {} : { judgement }) }), members: [] }],
  });

const measure = (recurrence: 'recurring' | 'returned', direction: 'steady' | 'rising') =>
  store.measurements.write({ asOf } as never, [
    {
      ...{ patternId: 'a', headline: `${recurrence} ${direction}` },
      measurement: { asOf, recurrence, trend: { perWeek: { direction } }, forecast: null } as never,
    },
  ]);

const writeReport = (failures: number) =>
  store.reports.ensure('a', {
    ...{ pattern: pattern({ id: 'a' }), members: [], links: [], asOf },
    coverage: { failures, inPatterns: 1 },
  } satisfies PatternReport);

async function toldBy(work: () => Promise<unknown>): Promise<string[]> {
  const after = await store.events.lastPlace();
  await work();
  return (await store.events.list({ after, limit: 100 })).map(({ type }) => type);
}

test('what is said of a pattern is written anew, and nothing else of it', async () => {
  await judge(null);
  for (const judgement of ['confirmed', 'dismissed', null] as const) {
    expect(await judge(judgement)).toEqual({ changedPatternIds: ['a'] });
    expect((await store.patterns.find('a'))?.judgement ?? null).toBe(judgement);
    expect(await judge(judgement)).toEqual({ changedPatternIds: [] });
  }
});

test('of what was dismissed neither its finding nor its rise nor its return is told, of what was confirmed all', async () => {
  await judge('dismissed');
  await measure('recurring', 'steady');
  expect(await toldBy(() => measure('returned', 'rising'))).toEqual([]);
  await judge('confirmed');
  await measure('recurring', 'steady');
  expect(await toldBy(() => measure('returned', 'rising'))).toEqual(['pattern_rising', 'pattern_returned']);
  const found = { pattern: pattern({ id: 'b', judgement: 'dismissed' }), members: [] };
  const grouping = { episodes: [], lineage: [], inputVersion: 'b', patterns: [found] };
  expect(await toldBy(() => store.patterns.writeGrouping(grouping))).toEqual([]);
});

test('its reports are there for who follows everything, and sent to nobody', async () => {
  await judge('dismissed');
  const before = await store.deliveries.listDue(100);
  expect(await toldBy(() => writeReport(1))).toEqual(['report_written']);
  expect(await store.deliveries.listDue(100)).toEqual(before);
  await judge(null);
  await writeReport(2);
  expect(await store.deliveries.listDue(100)).toHaveLength(before.length + 1);
});

test('the library has it no more, and again', async () => {
  await judge('dismissed');
  expect(await store.reports.listLibrary({ limit: 10 })).toMatchObject({ items: [], total: 0 });
  expect(await store.reports.findLatest('a')).not.toBeNull();
  await judge(null);
  expect((await store.reports.listLibrary({ limit: 10 })).items).toHaveLength(1);
});

test('the first screen is told nothing of it', async () => {
  await judge('dismissed');
  await measure('recurring', 'steady');
  expect(await store.measurements.outlinePatterns(30)).toEqual([]);
  await judge('confirmed');
  expect(await store.measurements.outlinePatterns(30)).toMatchObject([{ id: 'a' }]);
});

test('the policy is shown no proposal of it', async () => {
  await store.improvements.ensure('a', proposal());
  expect(await store.improvements.listForPolicy(10)).toHaveLength(1);
  await judge('dismissed');
  expect(await store.improvements.listForPolicy(10)).toEqual([]);
});
