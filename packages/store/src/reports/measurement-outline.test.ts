import type { Measurement, PatternMeasurement } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createPatternForTest, openStoreUnderTest } from '../testing/store-under-test.ts';

const { store } = await openStoreUnderTest();
const asOf = '2026-01-12T00:00:00.000Z';
const outline = () => store.reports.outlineMeasurement(30);

test('there is no outline before the first measurement', async () => {
  const { store } = await openStoreUnderTest();
  expect(await store.reports.outlineMeasurement(30)).toBeNull();
  expect(await store.reports.outlinePatterns(30)).toEqual([]);
});

test('the outline has null for values that the measurement could not compute', async () => {
  const whole = { asOf, controlChart: null, trends: null, backtest: null } as unknown as Measurement;
  await store.reports.writeMeasurement(whole, []);
  const none = { controlChart: null, perWeek: null, per100Changes: null, backtest: null };
  expect(await outline()).toEqual({ ...(await store.reports.findMeasurementTime()), ...none });
});

test('the outline contains the values of the requested forecast horizon', async () => {
  const [week, month] = [
    { days: 7, brierSkill: 0.1 },
    { days: 30, brierSkill: 0.2 },
  ];
  const chart = { unit: 'week', falseAlarmProbability: { beyond_limits: 0.05 } };
  const trends = { organisation: { perWeek: { direction: 'rising' }, per100Changes: null } };
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
    perWeek: { direction: 'rising' },
    per100Changes: null,
    backtest: month,
  });
  expect((await store.reports.outlineMeasurement(90))?.backtest).toBeNull();
  const { name, lastAt } = createPatternForTest({ id: 'p1' });
  expect(await store.reports.outlinePatterns(30)).toEqual([
    {
      id: 'p2',
      name,
      episodes: 3,
      lastAt,
      recurrence: null,
      isRising: false,
      probability: null,
      expected: null,
    },
    {
      id: 'p1',
      name,
      episodes: 2,
      lastAt,
      recurrence: 'new',
      isRising: true,
      probability: 0.5,
      expected: 0.7,
    },
  ]);
});
