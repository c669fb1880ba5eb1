import { expect, it } from 'vitest';
import { compareMonths, mannKendall, regressWeeks } from './peers.ts';

/** So many in each week, in the middle of it. */
function weekly(...counts: readonly number[]): { readonly times: number[]; readonly days: number } {
  return {
    times: counts.flatMap((count, week) => Array.from({ length: count }, () => week * 7 + 3.5)),
    days: counts.length * 7,
  };
}

it('the rule of dashboards looks at two months', () => {
  const { times, days } = weekly(9, 9, 9, 9, 0, 1, 0, 1, 1, 0, 1, 2, 1);
  expect(compareMonths(times, days)).toBe('rising');
  expect(compareMonths([], days)).toBeNull();
});

it.each([
  // By scipy 1.15: linregress gives p = .0012, .034 and .94; z by the formula in numpy is 2.79, 1.86 and 0.
  [[0, 1, 0, 1, 2, 1, 2, 3, 2, 3], 'rising', 'rising'],
  [[0, 0, 1, 0, 1, 0, 0, 2, 1, 4], null, 'rising'],
  [[2, 1, 2, 1, 3, 1, 2, 2, 1, 2], null, null],
])('of the counts %j the tests say what a reference does', (counts, byRank, bySlope) => {
  const { times, days } = weekly(...counts);
  expect(mannKendall(times, days)).toBe(byRank);
  expect(regressWeeks(times, days)).toBe(bySlope);
  const mirrored = weekly(...[...counts].reverse());
  expect(mannKendall(mirrored.times, days)).toBe(byRank === null ? null : 'falling');
  expect(regressWeeks(mirrored.times, days)).toBe(bySlope === null ? null : 'falling');
});
