import { expect, it } from 'vitest';
import { scoreCauses } from './score-causes.ts';

it('a prediction counts as right if it is any of several true causes', () => {
  expect(
    scoreCauses([
      { predicted: 'data', truth: ['capacity', 'data'] },
      { predicted: 'unknown', truth: ['capacity'] },
    ]),
  ).toEqual({ accuracy: 0.5, macroF1: 0.5, answered: 0.5, accuracyAnswered: 1 });
});

it('scoreCauses returns scores of 0 without records', () => {
  expect(scoreCauses([])).toEqual({ accuracy: 0, macroF1: 0, answered: 0, accuracyAnswered: 0 });
});
