import { expect, test } from 'vitest';
import {
  averageCurves,
  describeCorrections,
  formatCorrectionsCurve,
  type ScoreAfterCorrections,
} from './corrections-curve.ts';

function score(decisions: number, allF1: number): ScoreAfterCorrections {
  return {
    decisions,
    merge: decisions,
    move: 0,
    split: 0,
    patterns: 3,
    touched: 2,
    allF1,
    untouchedF1: 0.5,
    untouchedBeforeF1: 0.4,
    aroundF1: 0.75,
    aroundBeforeF1: 0.625,
  };
}

test('averageCurves averages the curves of two organisations point by point', () => {
  const curve = averageCurves([
    [score(0, 0.5), score(5, 0.75)],
    [score(0, 1), score(5, 1)],
  ]);
  expect(curve).toEqual([score(0, 0.75), score(5, 0.875)]);
  expect(formatCorrectionsCurve(curve).split('\n')).toHaveLength(3);
  expect(describeCorrections(curve)).toContain('0: .750, .750 (.625); 5: .875, .750 (.625).');
});
