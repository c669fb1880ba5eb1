import { expect, test } from 'vitest';
import { findNextCard } from './board-keys.ts';

const lists = [['a', 'b', 'c'], ['d']];

test.each([
  ['ArrowDown', { column: 0, row: 0 }, 'b'],
  ['k', { column: 0, row: 1 }, 'a'],
  ['ArrowRight', { column: 0, row: 2 }, 'd'],
  ['h', { column: 1, row: 0 }, 'a'],
  ['ArrowDown', { column: -1, row: 0 }, 'a'],
])('findNextCard with the key %s at the position %o returns the card %s', (key, from, card) => {
  expect(findNextCard(lists, from, key)).toBe(card);
});

test('findNextCard returns undefined at the edge of the board and null for other keys', () => {
  expect(findNextCard(lists, { column: 0, row: 2 }, 'j')).toBeUndefined();
  expect(findNextCard(lists, { column: 1, row: 0 }, 'l')).toBeUndefined();
  expect(findNextCard(lists, { column: 0, row: 0 }, 'a')).toBeNull();
  expect(findNextCard([], { column: -1, row: 0 }, 'j')).toBeUndefined();
});
