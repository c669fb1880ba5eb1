import type { Cause } from '@refrain/domain';
import { expect, test } from 'vitest';
import { scoreCausesInDetail } from './score-causes-in-detail.ts';

const truth = new Map<string, Cause[]>([
  ['a', ['capacity']],
  ['b', ['capacity', 'data']],
  ['c', ['data']],
  ['d', ['process']],
]);
const predict = (id: string, cause: Cause, confidence: number) => ({ id, cause, confidence });

test('a predicted unknown cause lowers recall but not precision', () => {
  const predicted = [
    predict('a', 'capacity', 0.95),
    predict('b', 'data', 1),
    predict('c', 'capacity', 0.35),
    predict('d', 'unknown', 0),
    predict('of no known cause', 'data', 1),
  ];
  const score = scoreCausesInDetail(predicted, truth);
  expect(score).toMatchObject({ accuracy: 0.5, answered: 0.75 });
  // Three causes other than `unknown` are predicted, of which two are right. There are four records.
  expect(score.microF1).toBeCloseTo((2 * 2) / (3 + 4));
  // The bin from .9 has two right predictions with a total confidence of 1.95. The bin from .3 has one wrong prediction with a confidence
  // of .35.
  expect(score.calibrationError).toBeCloseTo((0.05 + 0.35) / 3);
  expect(score.brier).toBeCloseTo((0.05 ** 2 + 0 + 0.35 ** 2) / 3);
});

test('all scores are 0 without records', () => {
  expect(scoreCausesInDetail([], truth)).toEqual({
    macroF1: 0,
    microF1: 0,
    accuracy: 0,
    answered: 0,
    calibrationError: 0,
    brier: 0,
  });
});
