import { expect, test } from 'vitest';
import { expectNearest } from './background-similarity.ts';

const line = (rank: number): number => 0.4 - 0.05 * Math.log(rank);
const background = Array.from({ length: 512 }, (_, index) => line(index + 1));

test('follows the strangers up to the nearest of them, whatever is nearer', () => {
  expect(expectNearest(background, 512)).toBeCloseTo(line(6), 2);
  const repeated = background.map((score, index) => (index < 25 ? 0.9 : score));
  expect(expectNearest(repeated, 512)).toBeCloseTo(line(6), 2);
});

test('the members of a pattern that is two fifths of all are not taken for strangers', () => {
  const repeated = background.map((score, index) => (index < 205 ? 0.9 : score));
  expect(expectNearest(repeated, 512)).toBeCloseTo(line(6), 1);
});

test('among more points the nearest stranger is nearer by chance', () => {
  expect(expectNearest(background, 51_200)).toBeCloseTo(line(6) + 0.05 * Math.log(100), 1);
});

test('where few are seen, nothing near is taken for chance', () => {
  expect(expectNearest([], 0)).toBe(0.12);
  expect(expectNearest([0.9, 0.8, 0.1], 3)).toBe(0.12);
});
