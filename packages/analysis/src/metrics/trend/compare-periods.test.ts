import { expect, test } from 'vitest';
import { comparePeriods } from './compare-periods.ts';

const evenWeeks = { counts: Array.from({ length: 52 }, () => 3), exposures: Array.from({ length: 52 }, () => 1) };

test('fewer episodes after as many changes are a falling rate', () => {
  const { direction, unit, ratio } = comparePeriods(
    { episodes: 60, changes: 500 },
    { episodes: 20, changes: 500 },
    evenWeeks,
    '100_changes',
  );
  expect([direction, unit]).toEqual(['falling', '100_changes']);
  expect(ratio.value).toBeCloseTo(1 / 3);
  expect(ratio.high).toBeLessThan(1);
});

test('twice as many episodes after twice as many changes are no clear change or a steady rate', () => {
  const { direction, ratio } = comparePeriods(
    { episodes: 20, changes: 500 },
    { episodes: 40, changes: 1_000 },
    evenWeeks,
    '100_changes',
  );
  expect(['no_clear_change', 'steady']).toContain(direction);
  expect(ratio.value).toBeCloseTo(1);
});

test('without changes the episodes of equal periods are compared by time', () => {
  const { direction, unit } = comparePeriods(
    { episodes: 20, changes: 500 },
    { episodes: 90, changes: 0 },
    evenWeeks,
    '100_changes',
  );
  expect([direction, unit]).toEqual(['rising', 'week']);
});

test('periods are compared by time if the chart shows episodes per week', () => {
  const { unit, ratio } = comparePeriods(
    { episodes: 20, changes: 30 },
    { episodes: 40, changes: 10 },
    evenWeeks,
    'week',
  );
  expect([unit, ratio.value]).toEqual(['week', 2]);
});

test.each([
  [0, 0],
  [1, 0],
  [0, 2],
  [2, 1],
])('%i and %i episodes are too few for a direction', (before, recent) => {
  const counts = (episodes: number) => ({ episodes, changes: 0 });
  const { direction, ratio } = comparePeriods(counts(before), counts(recent), evenWeeks, '100_changes');
  expect(direction).toBe('too_few');
  expect(ratio.low).toBeGreaterThanOrEqual(0);
});
