import { expect, test } from 'vitest';
import { sumCrossValidatedErrors } from './cross-validate.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const difference = (model: number, value: number) => Math.abs(model - value);

test('sumCrossValidatedErrors predicts each example from the examples of the other folds', () => {
  expect(sumCrossValidatedErrors([[0], [10]], mean, difference)).toBe(20);
});

test('sumCrossValidatedErrors keeps the examples of a group in one fold', () => {
  expect(sumCrossValidatedErrors([[0, 0], [10]], mean, difference)).toBe(30);
});

test('sumCrossValidatedErrors returns 0 for a single group', () => {
  expect(sumCrossValidatedErrors([[0, 10]], mean, difference)).toBe(0);
});

test('sumCrossValidatedErrors reads at most 400 groups', () => {
  const groups = Array.from({ length: 1_000 }, (_, at) => [at]);
  const seen = new Set<number>();
  sumCrossValidatedErrors(
    groups,
    (examples) => examples,
    (_, example) => {
      seen.add(example);
      return 0;
    },
  );
  expect(seen.size).toBe(400);
});
