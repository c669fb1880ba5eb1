import { expect, test } from 'vitest';
import { type AssignedFailure, scoreNewFailures } from './score-new-failures.ts';

const arrival = (overrides: Partial<AssignedFailure>): AssignedFailure => ({
  confidence: null,
  isRight: false,
  hasPattern: false,
  nearest: 0,
  wasBefore: false,
  ...overrides,
});

test('scoreNewFailures ignores assignments with low confidence, and lowers the recall for a missed pattern', () => {
  const score = scoreNewFailures([
    arrival({ confidence: 0.9, isRight: true, hasPattern: true, wasBefore: true }),
    arrival({ confidence: 0.6, hasPattern: true, wasBefore: true }),
    arrival({ confidence: 0.4, isRight: true, hasPattern: true, wasBefore: true, nearest: 0.62 }),
    arrival({ nearest: 0.57 }),
  ]);
  expect(score).toMatchObject({ arrivals: 4, precision: 1 / 2, recall: 1 / 3, brierOfGuess: 1 / 4 });
  expect(score.brier).toBeCloseTo((0.1 ** 2 + 0.6 ** 2 + 0.6 ** 2) / 4);
  expect(score.seenBefore).toEqual([
    { from: 0.5, precision: 3 / 4, recall: 1 },
    { from: 0.55, precision: 3 / 4, recall: 1 },
    { from: 0.6, precision: 1, recall: 1 },
    { from: 0.65, precision: 1, recall: 2 / 3 },
  ]);
});

test('precision and recall are 1 if there are no new failures', () => {
  expect(scoreNewFailures([])).toMatchObject({ arrivals: 0, precision: 1, recall: 1, brier: 0 });
});
