import type { Measurement, PatternMeasurement } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { Store } from '../create-store.ts';
import { createPatternForTest, openStoreUnderTest } from '../testing/store-under-test.ts';

const asOf = '2026-01-12T00:00:00.000Z';
const whole = { asOf } as Measurement;
const own = { asOf, recurrence: 'recurring' } as PatternMeasurement;
const measured = (patternId: string, headline = 'recurring') => ({ patternId, measurement: own, headline });

/** Opens a separate store with two patterns, because a measurement replaces all earlier ones. */
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

const { store } = await openStoreUnderTest();
const outline = () => store.reports.outlineMeasurement(30);

test('outlineMeasurement returns null before the first measurement', async () => {
  const { store } = await openStoreUnderTest();
  expect(await store.reports.outlineMeasurement(30)).toBeNull();
  expect(await store.reports.listForecasts(30)).toEqual([]);
});

test('outlineMeasurement returns null for each value that the measurement could not compute', async () => {
  const whole = { asOf, controlChart: null, trends: null, backtest: null } as unknown as Measurement;
  await store.reports.writeMeasurement(whole, []);
  const none = { controlChart: null, historyFrom: null, historyTrend: null, backtest: null };
  expect(await outline()).toEqual({ ...(await store.reports.findMeasurementTime()), ...none });
});

test('outlineMeasurement returns the forecasts for the requested number of days', async () => {
  const [week, month] = [
    { days: 7, brierSkill: 0.1 },
    { days: 30, brierSkill: 0.2 },
  ];
  const chart = { unit: 'week', falseAlarmProbability: { beyond_limits: 0.05 } };
  const trends = { period: { from: '2025-01-01T00:00:00.000Z' } };
  const whole = { asOf, controlChart: chart, trends, backtest: { horizons: [week, month] } };
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'v',
    patterns: [createPatternForTest({ id: 'p1', episodes: 2 }), createPatternForTest({ id: 'p2', episodes: 3 })].map(
      (one) => {
        return { pattern: one, members: [] };
      },
    ),
  });
  const horizons = [
    { days: 7, probability: 0.1, expected: 0.1 },
    { days: 30, probability: 0.5, expected: 0.7 },
  ];
  const measurable = { asOf, recurrence: 'new', trend: { perWeek: { direction: 'rising' } }, forecast: { horizons } };
  const unmeasurable = { asOf, recurrence: null, trend: null, forecast: null };
  const measured = (patternId: string, measurement: unknown) => {
    return { patternId, measurement: measurement as PatternMeasurement, headline: '' };
  };
  await store.reports.writeMeasurement(whole as unknown as Measurement, [
    measured('p1', measurable),
    measured('p2', unmeasurable),
  ]);

  expect(await outline()).toMatchObject({
    controlChart: chart,
    historyFrom: '2025-01-01T00:00:00.000Z',
    backtest: month,
  });
  expect((await store.reports.outlineMeasurement(90))?.backtest).toBeNull();
  const { name } = createPatternForTest({ id: 'p1' });
  expect(await store.reports.listForecasts(30)).toEqual([{ id: 'p1', name, probability: 0.5, expected: 0.7 }]);
});
