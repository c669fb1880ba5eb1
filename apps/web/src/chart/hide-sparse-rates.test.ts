import { expect, test } from 'vitest';
import { hideSparseRates } from './hide-sparse-rates.ts';

const week = (name: string, exposure: number, value: number, high: number) => ({
  week: name,
  from: '',
  until: '',
  episodes: 1,
  exposure,
  value,
  low: 0,
  high,
});

test('hideSparseRates removes the rate of a week with hardly any changes unless the week is a signal', () => {
  const points = [week('a', 1, 3, 9), week('b', 1.2, 2, 9), week('c', 0.1, 30, 60), week('d', 0.1, 90, 60)];
  expect(hideSparseRates(points).map(({ value }) => value)).toEqual([3, 2, null, 90]);
  expect(hideSparseRates(points)[2]).toMatchObject({ episodes: 1, low: null, high: null });
});

test('hideSparseRates keeps weeks without any changes and accepts an empty list', () => {
  expect(hideSparseRates([])).toEqual([]);
  expect(hideSparseRates([{ ...week('a', 0, 0, 0), value: null, low: null, high: null }])).toHaveLength(1);
});
