import type { Measurement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { isOvertaken } from './lock-analysis.ts';
import { openStoreUnderTest } from './store-under-test.ts';

const { store } = await openStoreUnderTest();
const grouping = { episodes: [], patterns: [], lineage: [], inputVersion: 'v' };

const writes = (run: string | null) => [
  () => store.owedReports.begin(run),
  () => store.links.replaceAll([], run),
  () => store.changeAnswers.replaceAll([], run),
  () => store.patterns.writeGrouping(grouping, run),
  () => store.observations.write({ episodes: [], changes: [] }, run),
  () => store.measurements.write({ asOf: '2026-01-01T00:00:00.000Z' } as Measurement, [], run),
  () => store.owedReports.owe([], run),
  () => store.improvements.recordEffects([], run),
];

/** Of the writes of a regrouping, in turn. */
async function listRefused(run: string | null): Promise<boolean[]> {
  const refused: boolean[] = [];
  for (const write of writes(run)) refused.push(await write().then(() => false, isOvertaken));
  return refused;
}

test('of regroupings the last that began writes, and no other', async () => {
  const first = await store.groupingPace.begin();
  expect(await listRefused(first)).toEqual(writes(first).map(() => false));
  const second = await store.groupingPace.begin();
  expect(await listRefused(first)).toEqual(writes(first).map(() => true));
  const third = await store.groupingPace.begin();
  expect(await listRefused(second)).toEqual(writes(second).map(() => true));
  expect(await listRefused(third)).toEqual(writes(third).map(() => false));
});

test('no two that begin are told by the same time, however soon one follows the other', async () => {
  const begun: (string | null)[] = [];
  for (let round = 0; round < 50; round += 1) begun.push(await store.groupingPace.begin());
  expect(new Set(begun).size).toBe(50);
});

test('what a regrouping took that was overtaken is not taken for what the last one took', async () => {
  const overtaken = await store.groupingPace.begin();
  const last = await store.groupingPace.begin();
  await store.groupingPace.end(overtaken);
  expect(await store.groupingPace.find()).toBeNull();
  await store.groupingPace.end(last);
  expect(await store.groupingPace.find()).toMatchObject({ begunMsAgo: expect.any(Number) });
});
