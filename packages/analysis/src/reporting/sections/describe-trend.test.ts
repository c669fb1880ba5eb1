import type { ChangePoint, Trend, TrendDirection } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeTrend, findRecentDirection } from './describe-trend.ts';

const rate = (value: number) => ({ value, low: value / 2, high: value * 2, episodes: 10, exposure: 20 });
const recentFrom = '2026-06-01T00:00:00.000Z';

function createTrend(direction: TrendDirection, low: number, high: number, changePoints: ChangePoint[] = []): Trend {
  return {
    scope: 'pattern',
    id: 'p',
    observedFrom: '2025-01-01T00:00:00.000Z',
    until: '2026-09-01T00:00:00.000Z',
    recentFrom,
    weeks: [{ week: '2026-W20', days: 7, episodes: 2, changes: null }],
    perWeek: {
      overall: rate(0.5),
      comparison: {
        before: rate(0.4),
        recent: rate(0.8),
        ratio: { value: 2, low, high },
        p: 0.04,
      },
      test: { p: 0.01, q: 0.02 },
      direction,
    },
    per100Changes: null,
    changePoints,
    dispersion: 1,
  };
}

const change = (at: string, before: number): ChangePoint => ({
  at,
  earliest: at,
  latest: at,
  before: rate(before),
  after: rate(1),
  p: 0.001,
});

test('a pattern is rising only if its rate differs clearly from the time before, or changed in the recent window', () => {
  expect(findRecentDirection(createTrend('rising', 1.2, 3))).toBe('rising');
  expect(findRecentDirection(createTrend('rising', 0.1, 5))).toBeNull();
  expect(findRecentDirection(createTrend('rising', 0.1, 5, [change('2026-07-01T00:00:00.000Z', 0.2)]))).toBe('rising');
  expect(findRecentDirection(createTrend('rising', 0.1, 5, [change('2025-07-01T00:00:00.000Z', 0.2)]))).toBeNull();
  expect(findRecentDirection(createTrend('falling', 0.1, 0.8))).toBe('falling');
  expect(findRecentDirection(createTrend('no_clear_change', 1.2, 3))).toBeNull();
  expect(findRecentDirection(null)).toBeNull();
});

test('the trend section says nothing, and has no chart, if the rate neither changed nor is known to be steady', () => {
  for (const direction of ['no_clear_change', 'too_few'] as const) {
    expect(describeTrend(createTrend(direction, 0.1, 5), null)).toMatchObject({ statements: [], chart: null });
  }
  const steady = describeTrend(createTrend('steady', 0.9, 1.1), null);
  expect(steady.statements[0]?.text).toBe('The rate is steady: it has not changed by half or more.');
  expect(steady.chart).not.toBeNull();
});

test('the trend section names a change of the rate between episodes, but not the first episode of the pattern', () => {
  const textsOf = (trend: Trend) => describeTrend(trend, null).statements.map(({ text }) => text);
  expect(textsOf(createTrend('rising', 0.1, 5, [change('2025-07-01T00:00:00.000Z', 0.2)]))).toEqual([
    'The rate changed around 1 Jul 2025, from one in 5 weeks to 1 a week.',
  ]);
  expect(textsOf(createTrend('rising', 0.1, 5, [change('2025-07-01T00:00:00.000Z', 0)]))).toEqual([]);
});
