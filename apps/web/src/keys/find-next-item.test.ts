import { expect, test } from 'vitest';
import { findNextItem } from './find-next-item.ts';

const lists = [['a', 'b', 'c'], ['d']];

test.each([
  ['ArrowDown', { column: 0, row: 0 }, 'b'],
  ['k', { column: 0, row: 1 }, 'a'],
  ['ArrowRight', { column: 0, row: 2 }, 'd'],
  ['h', { column: 1, row: 0 }, 'a'],
  ['ArrowDown', { column: -1, row: 0 }, 'a'],
])('findNextItem with the key %s at the position %o returns the item %s', (key, from, card) => {
  expect(findNextItem(lists, from, key)).toBe(card);
});

test('findNextItem returns undefined at the edge of the lists and null for other keys', () => {
  expect(findNextItem(lists, { column: 0, row: 2 }, 'j')).toBeUndefined();
  expect(findNextItem(lists, { column: 1, row: 0 }, 'l')).toBeUndefined();
  expect(findNextItem(lists, { column: 0, row: 0 }, 'a')).toBeNull();
  expect(findNextItem([], { column: -1, row: 0 }, 'j')).toBeUndefined();
});
