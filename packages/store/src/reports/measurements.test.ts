import type { Measurement, PatternMeasurement } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { Store } from '../create-store.ts';
import { createPatternForTest, openStoreUnderTest } from '../testing/store-under-test.ts';

const asOf = '2026-01-12T00:00:00.000Z';
const whole = { asOf } as Measurement;
const own = { asOf, recurrence: 'recurring' } as PatternMeasurement;
const measured = (patternId: string, headline = 'recurring') => ({ patternId, measurement: own, headline });

/** Opens a store with two patterns, because a measurement replaces all earlier ones. */
async function openTwoPatterns(): Promise<Store> {
  const { store } = await openStoreUnderTest();
  await store.patterns.writeClustering({
    episodes: [],
    patterns: ['p1', 'p2'].map((id) => ({ pattern: createPatternForTest({ id }), members: [] })),
    lineage: [],
    inputVersion: 'v',
  });
  return store;
}

test('a new store has no measurement', async () => {
  const store = await openTwoPatterns();
  expect(await store.reports.findMeasurement()).toBeNull();
  expect(await store.reports.findMeasurementTime()).toBeNull();
  expect(await store.reports.findPatternMeasurement('p1')).toBeNull();
});

test('writing a measurement returns the patterns whose headline has changed', async () => {
  const store = await openTwoPatterns();
  const { changedPatternIds } = await store.reports.writeMeasurement(whole, [measured('p2'), measured('p1')]);
  expect(changedPatternIds).toEqual(['p1', 'p2']);
  expect(await store.reports.writeMeasurement(whole, [measured('p1'), measured('p2')])).toEqual({
    changedPatternIds: [],
  });
  expect(await store.reports.writeMeasurement(whole, [measured('p1', 'quiet'), measured('p2')])).toEqual({
    changedPatternIds: ['p1'],
  });
  expect(await store.reports.findMeasurement()).toEqual(whole);
  expect(await store.reports.findMeasurementTime()).toMatchObject({ asOf });
  expect(await store.reports.findPatternMeasurement('p1')).toEqual(own);
});

test('writeMeasurement skips a pattern that does not exist', async () => {
  const store = await openTwoPatterns();
  await store.reports.writeMeasurement(whole, [measured('p1'), measured('gone')]);
  expect((await store.reports.listPatternMeasurements()).map(({ patternId }) => patternId)).toEqual(['p1']);
});
