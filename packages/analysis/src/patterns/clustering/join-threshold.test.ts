import { expect, test } from 'vitest';
import { learnJoinThreshold } from './join-threshold.ts';

/** Groups four pairs of positions; the lower the threshold, the more pairs are joined. */
const groupAt = (threshold: number): number[][] =>
  [0.09, 0.045, 0.035, 0.028].flatMap((score, index) => {
    const [a, b] = [2 * index, 2 * index + 1];
    return score >= threshold ? [[a, b]] : [[a], [b]];
  });
const pairs = (...indexes: number[]) => indexes.map((index): [number, number] => [2 * index, 2 * index + 1]);
const repeat = (times: number, index: number) => pairs(...Array.from({ length: times }, () => index));

test('learnJoinThreshold keeps the default if there are few corrections', () => {
  expect(learnJoinThreshold({ together: [], apart: [] }, groupAt)).toBe(0.04);
  expect(learnJoinThreshold({ together: pairs(2, 3), apart: [] }, groupAt)).toBe(0.04);
  expect(learnJoinThreshold({ together: repeat(3, 2), apart: [] }, groupAt)).toBe(0.04);
});

test('learnJoinThreshold lowers the threshold after merges and raises it after separations', () => {
  expect(learnJoinThreshold({ together: repeat(4, 2), apart: [] }, groupAt)).toBe(0.032);
  expect(learnJoinThreshold({ together: [...repeat(4, 2), ...repeat(7, 3)], apart: [] }, groupAt)).toBe(0.025);
  expect(learnJoinThreshold({ together: [], apart: repeat(4, 1) }, groupAt)).toBe(0.05);
});

test('learnJoinThreshold keeps the default if corrections contradict each other', () => {
  expect(learnJoinThreshold({ together: repeat(5, 2), apart: repeat(4, 2) }, groupAt)).toBe(0.04);
});
