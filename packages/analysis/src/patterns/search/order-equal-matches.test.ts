import { expect, test } from 'vitest';
import { orderEqualMatches } from './order-equal-matches.ts';

const days = new Map([
  ['old', 1],
  ['new', 9],
  ['own', 2],
]);
const order = (matches: readonly { id: string; score: number }[]) =>
  orderEqualMatches(matches, { isSameService: (id) => id === 'own', dayOf: (id) => days.get(id) ?? null }).map(
    ({ id }) => id,
  );

test('orderEqualMatches puts the newest of about equally good matches first', () => {
  expect(
    order([
      { id: 'old', score: 0.605 },
      { id: 'new', score: 0.6 },
    ]),
  ).toEqual(['new', 'old']);
  expect(
    order([
      { id: 'old', score: 0.7 },
      { id: 'new', score: 0.6 },
    ]),
  ).toEqual(['old', 'new']);
});

test('orderEqualMatches prefers the named service only if its match is about equally good', () => {
  const other = { id: 'new', score: 0.6 };
  expect(order([other, { id: 'own', score: 0.57 }])).toEqual(['own', 'new']);
  expect(order([other, { id: 'own', score: 0.4 }])).toEqual(['new', 'own']);
});
