import { expect, test } from 'vitest';
import { describeExclusion } from './describe-exclusion.ts';

const revert = { isFailure: false, isDecided: false, confidence: 0.9, kind: 'reverted_change' } as const;

test.each([
  [{ ...revert, isFailure: true }, null],
  [revert, 'Excluded: routine revert'],
  [{ ...revert, confidence: 0.5 }, 'Excluded: revert without a reason'],
  [{ ...revert, isDecided: true }, 'Excluded: marked as not a failure'],
  [{ ...revert, kind: 'incident' } as const, 'Excluded: not a failure'],
])('describeExclusion describes %j as %s', (failure, text) => {
  expect(describeExclusion(failure)).toBe(text);
});
