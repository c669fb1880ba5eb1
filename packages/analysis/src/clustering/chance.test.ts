import { expect, test } from 'vitest';
import { expectNearest } from './chance.ts';

const line = (rank: number): number => 0.4 - 0.05 * Math.log(rank);

test('follows the strangers up to the first rank, whatever is nearer than they are', () => {
  const strangers = Array.from({ length: 100 }, (_, index) => line(index + 1));
  expect(expectNearest(strangers)).toBeCloseTo(0.4, 9);
  const repeated = strangers.map((score, index) => (index < 15 ? 0.9 : score));
  expect(expectNearest(repeated)).toBeCloseTo(0.4, 9);
});

test('where few are seen, nothing near is taken for chance', () => {
  expect(expectNearest([])).toBe(0.12);
  expect(expectNearest([0.9, 0.8, 0.1])).toBe(0.12);
});
