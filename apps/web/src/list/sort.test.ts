import { expect, test } from 'vitest';
import { findNextSort } from './sort.ts';

const episodes = { key: 'episodes', first: 'desc' } as const;

test('clicks on a header sort by its column, then reverse the order, then return to the default sort', () => {
  expect(findNextSort(episodes, { key: 'harm', order: 'desc' })).toEqual({ sort: 'episodes', order: undefined });
  expect(findNextSort(episodes, { key: 'episodes', order: 'desc' })).toEqual({ sort: 'episodes', order: 'asc' });
  expect(findNextSort(episodes, { key: 'episodes', order: 'asc' })).toEqual({ sort: undefined, order: undefined });
});

test('a column whose first order is ascending is reversed to descending', () => {
  const name = { key: 'name', first: 'asc' } as const;
  expect(findNextSort(name, { key: 'name', order: 'asc' })).toEqual({ sort: 'name', order: 'desc' });
});
