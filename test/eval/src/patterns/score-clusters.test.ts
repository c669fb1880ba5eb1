import { expect, test } from 'vitest';
import { scoreBCubed, scoreClusters } from './score-clusters.ts';

const items = (...rows: [string, string | null, string | null][]) =>
  rows.map(([id, pattern, group]) => ({ id, pattern, group }));

test('scoreClusters matches a manual calculation for a split group and a wrong member', () => {
  // Patterns: {a, b, x}, {d, e}; c is in none. Groups: {a, b, c}, {d, e}; x is in none.
  const score = scoreClusters(
    items(['a', '1', 'g'], ['b', '1', 'g'], ['c', null, 'g'], ['d', '2', 'h'], ['e', '2', 'h'], ['x', '1', null]),
  );
  expect(score).toMatchObject({ records: 6, grouped: 5, patterns: 2 });
  expect(score.unclustered).toBeCloseTo(1 / 6);
  // Precision of a, b: 2/3; c, d, e: 1. Recall of a, b: 2/3; c: 1/3; d, e: 1.
  expect(score.bCubed.precision).toBeCloseTo((2 / 3 + 2 / 3 + 3) / 5);
  expect(score.bCubed.recall).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 2) / 5);
  expect(score.bCubedAmongGrouped.precision).toBe(1);
  // Number of pairs in the same pattern: 3 + 1; in the same group: 3 + 1; in both: 1 + 1; of all records: 15.
  expect(score.pairwise).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(score.adjustedRand).toBeCloseTo((2 - 16 / 15) / (4 - 16 / 15));
});

test('scoreClusters returns 1 for the truth', () => {
  const score = scoreClusters(items(['a', '1', 'g'], ['b', '1', 'g'], ['c', null, null], ['d', null, 'h']));
  expect([score.bCubed.f1, score.pairwise.f1, score.adjustedRand]).toEqual([1, 1, 1]);
});

test('scoreClusters returns a recall of 1 if all records are one pattern, and a precision of 1 if each record is separate', () => {
  const truth: [string, string][] = [
    ['a', 'g'],
    ['b', 'g'],
    ['c', 'h'],
    ['d', 'h'],
  ];
  const together = scoreClusters(truth.map(([id, group]) => ({ id, pattern: '1', group })));
  expect(together.bCubed).toMatchObject({ precision: 0.5, recall: 1 });
  expect(together.adjustedRand).toBe(0);
  const alone = scoreClusters(truth.map(([id, group]) => ({ id, pattern: null, group })));
  expect(alone.bCubed).toMatchObject({ precision: 1, recall: 0.5 });
  expect(alone.pairwise).toEqual({ precision: 1, recall: 0, f1: 0 });
});

test('the B-cubed score of selected records takes all members of their patterns into account', () => {
  const all = items(['a', '1', 'g'], ['b', '1', 'h'], ['c', null, 'g'], ['x', '1', null]);
  expect(scoreBCubed(all, (id) => id === 'a' || id === 'x')).toEqual({ precision: 1 / 3, recall: 1 / 2, f1: 2 / 5 });
  expect(scoreBCubed(all, () => true)).toEqual(scoreClusters(all).bCubed);
});
