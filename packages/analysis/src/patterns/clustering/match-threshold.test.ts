import { expect, test } from 'vitest';
import { findMatchThreshold } from './match-threshold.ts';

test('findMatchThreshold returns a lower threshold if more pairs match', () => {
  const rare = findMatchThreshold(
    new Map([
      [0.5, 20],
      [-0.15, 5_000],
    ]),
    1_000,
  );
  const frequent = findMatchThreshold(
    new Map([
      [0.5, 20_000],
      [-0.15, 5_000],
    ]),
    1_000,
  );
  expect(frequent).toBeLessThan(rare);
});

test('findMatchThreshold returns at least 0.02 and at most 0.3', () => {
  expect(findMatchThreshold(new Map(), 5_000)).toBe(0.3);
  expect(findMatchThreshold(new Map([[1, 45]]), 10)).toBe(0.02);
});
