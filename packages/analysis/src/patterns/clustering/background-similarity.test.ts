import { expect, test } from 'vitest';
import { estimateBackgroundSimilarity } from './background-similarity.ts';

const line = (rank: number): number => 0.4 - 0.05 * Math.log(rank);
const background = Array.from({ length: 512 }, (_, index) => line(index + 1));

test('estimateBackgroundSimilarity extrapolates the background similarity and ignores a few high scores', () => {
  expect(estimateBackgroundSimilarity(background, 512)).toBeCloseTo(line(6), 2);
  const repeated = background.map((score, index) => (index < 25 ? 0.9 : score));
  expect(estimateBackgroundSimilarity(repeated, 512)).toBeCloseTo(line(6), 2);
});

test('estimateBackgroundSimilarity does not count a pattern of two fifths of all points as background', () => {
  const repeated = background.map((score, index) => (index < 205 ? 0.9 : score));
  expect(estimateBackgroundSimilarity(repeated, 512)).toBeCloseTo(line(6), 1);
});

test('estimateBackgroundSimilarity returns a higher similarity for more points', () => {
  expect(estimateBackgroundSimilarity(background, 51_200)).toBeCloseTo(line(6) + 0.05 * Math.log(100), 1);
});

test('estimateBackgroundSimilarity returns 0.12 for fewer than 32 scores', () => {
  expect(estimateBackgroundSimilarity([], 0)).toBe(0.12);
  expect(estimateBackgroundSimilarity([0.9, 0.8, 0.1], 3)).toBe(0.12);
});
