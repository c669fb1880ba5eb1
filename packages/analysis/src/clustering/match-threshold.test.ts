import { expect, test } from 'vitest';
import { findMatchThreshold } from './match-threshold.ts';

const repeat = (score: number, times: number): number[] => Array.from({ length: times }, () => score);

test('where much recurs less evidence is enough', () => {
  const rare = findMatchThreshold([...repeat(0.5, 20), ...repeat(-0.15, 5_000)], 1_000);
  const frequent = findMatchThreshold([...repeat(0.5, 20_000), ...repeat(-0.15, 5_000)], 1_000);
  expect(frequent).toBeLessThan(rare);
});

test('stays within its bounds, whatever the scores', () => {
  expect(findMatchThreshold([], 5_000)).toBe(0.3);
  expect(findMatchThreshold(repeat(1, 45), 10)).toBe(0.02);
});
