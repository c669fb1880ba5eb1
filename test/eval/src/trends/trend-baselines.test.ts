import { expect, it } from 'vitest';
import { compareLastTwoMonths, fitWeeklyRegression, testMannKendall } from './trend-baselines.ts';

/** Returns episode times in the middle of each week. */
function weekly(...counts: readonly number[]): { readonly times: number[]; readonly days: number } {
  return {
    times: counts.flatMap((count, week) => Array.from({ length: count }, () => week * 7 + 3.5)),
    days: counts.length * 7,
  };
}

it('the dashboard rule compares the last month with the month before', () => {
  const { times, days } = weekly(9, 9, 9, 9, 0, 1, 0, 1, 1, 0, 1, 2, 1);
  expect(compareLastTwoMonths(times, days)).toBe('rising');
  expect(compareLastTwoMonths([], days)).toBeNull();
});

it.each([
  // Values of scipy 1.15 for the three lists of counts: p of `linregress` is .0012, .034 and .94. z of Mann–Kendall is 2.79, 1.86 and 0.
  [[0, 1, 0, 1, 2, 1, 2, 3, 2, 3], 'rising', 'rising'],
  [[0, 0, 1, 0, 1, 0, 0, 2, 1, 4], null, 'rising'],
  [[2, 1, 2, 1, 3, 1, 2, 2, 1, 2], null, null],
])('Mann-Kendall and the slope test agree with reference values on the counts %j', (counts, byRank, bySlope) => {
  const { times, days } = weekly(...counts);
  expect(testMannKendall(times, days)).toBe(byRank);
  expect(fitWeeklyRegression(times, days)).toBe(bySlope);
  const mirrored = weekly(...[...counts].reverse());
  expect(testMannKendall(mirrored.times, days)).toBe(byRank === null ? null : 'falling');
  expect(fitWeeklyRegression(mirrored.times, days)).toBe(bySlope === null ? null : 'falling');
});
