import { expect, test } from 'vitest';
import { scoreUncorrectedFailures } from './score-uncorrected-failures.ts';

/** Failures are named by their true group and a number. */
function place(patterns: Record<string, string[]>) {
  return Object.entries(patterns).flatMap(([pattern, ids]) => ids.map((id) => ({ id, pattern, group: id.charAt(0) })));
}

test('scoreUncorrectedFailures excludes failures that a decision mentions', () => {
  const before = place({ p: ['a1', 'a2', 'b1'] });
  const after = place({ p: ['a1', 'a2'], q: ['b1'] });
  const score = scoreUncorrectedFailures(before, after, new Set(['b1']));
  expect(score.touched).toBe(1);
  expect(score.untouchedF1).toBeGreaterThan(score.untouchedBeforeF1);
  expect(score.aroundF1).toBe(score.aroundBeforeF1);
});

test('scoreUncorrectedFailures shows an improvement among failures that no decision mentions', () => {
  const before = place({ p: ['a1', 'a2', 'b1', 'b2', 'b3'] });
  const after = place({ p: ['a1', 'a2'], q: ['b1', 'b2', 'b3'] });
  const score = scoreUncorrectedFailures(before, after, new Set(['a1', 'b1']));
  expect(score).toMatchObject({ allF1: 1, untouchedF1: 1, aroundF1: 1 });
  expect(score.aroundBeforeF1).toBeLessThan(1);
});
