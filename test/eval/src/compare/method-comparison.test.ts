import { expect, test } from 'vitest';
import { type ComparedFigure, findBestValues, isGoalReached } from './method-comparison.ts';

const figures: readonly ComparedFigure[] = [
  { key: 'f1', title: 'F1', better: 'more', digits: 2 },
  { key: 'seconds', title: 'seconds', better: 'less', digits: 1 },
  { key: 'groups', title: 'groups', better: null, digits: 0 },
];

test('findBestValues returns the highest or lowest value of each figure over the rows that have it', () => {
  const rows = [
    { method: 'a', values: { f1: 0.5, seconds: 3, groups: 4 } },
    { method: 'b', values: { f1: 0.7, seconds: null, groups: 5 } },
  ];
  expect(findBestValues(figures, rows)).toEqual({ f1: 0.7, seconds: 3, groups: null });
});

test('findBestValues returns null without rows', () => {
  expect(findBestValues(figures, [])).toEqual({ f1: null, seconds: null, groups: null });
});

const product = [{ method: 'refrain', values: { f1: 0.796, seconds: 2.04 } }];

test.each([
  ['true for a value that reaches the goal after rounding', 'f1', 0.8, true],
  ['false for a value that is too low', 'f1', 0.81, false],
  ['true for a low value of a figure for which less is better', 'seconds', 2, true],
  ['false for a value that is too high', 'seconds', 1.9, false],
  ['null for a value that was not measured', 'groups', 1, null],
  ['null for an unknown figure', 'other', 1, null],
])('isGoalReached returns %s', (_, figure, value, reached) => {
  expect(isGoalReached({ figure, value }, { figures, product })).toBe(reached);
});
