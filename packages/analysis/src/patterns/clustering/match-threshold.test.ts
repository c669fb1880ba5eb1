import { expect, test } from 'vitest';
import { findMatchThreshold } from './match-threshold.ts';

test('findMatchThreshold needs less evidence if much recurs', () => {
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

test('findMatchThreshold stays within its bounds', () => {
  expect(findMatchThreshold(new Map(), 5_000)).toBe(0.3);
  expect(findMatchThreshold(new Map([[1, 45]]), 10)).toBe(0.02);
});
