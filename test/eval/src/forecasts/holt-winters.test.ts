import { expect, test } from 'vitest';
import { forecastMonthlyCount, smoothCounts } from './holt-winters.ts';

const seasons = [3, -2, 0, 1, -4, 2, 5, -3, -1, 0, 1, -2];
const seasonal = (months: number, trend: number) =>
  Array.from({ length: months }, (_, month) => 20 + trend * month + (seasons[month % 12] ?? 0));

test('smoothCounts continues counts that repeat every year', () => {
  const smoothed = smoothCounts(seasonal(36, 0));
  for (let ahead = 1; ahead <= 14; ahead++)
    expect(forecastMonthlyCount(smoothed, ahead)).toBeCloseTo(seasonal(36 + ahead, 0).at(-1) ?? 0, 6);
});

test('smoothCounts follows a trend, whether the history is shorter or longer than two years', () => {
  const line = Array.from({ length: 10 }, (_, month) => 5 + 2 * month);
  expect(forecastMonthlyCount(smoothCounts(line), 3)).toBeCloseTo(5 + 2 * 12, 6);
  const rising = smoothCounts(seasonal(60, 0.5));
  expect(forecastMonthlyCount(rising, 1)).toBeCloseTo(seasonal(61, 0.5).at(-1) ?? 0, 6);
});

test('smoothCounts finds no seasons in less than two years of history', () => {
  expect(smoothCounts(seasonal(23, 0)).seasons).toBeNull();
  expect(smoothCounts(seasonal(24, 0)).seasons).toHaveLength(12);
});
