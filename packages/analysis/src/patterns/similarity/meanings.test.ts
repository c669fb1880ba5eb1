import { expect, test } from 'vitest';
import { averageMeaning, createMeaningComparison } from './meanings.ts';

test('averageMeaning gives each passage the same weight, whatever the length of its vector', () => {
  const average = averageMeaning([{ values: Int8Array.of(100, 0, 0, 1), count: 2 }]);
  expect(average?.[0]).toBeCloseTo(Math.SQRT1_2, 5);
  expect(average?.[1]).toBeCloseTo(Math.SQRT1_2, 5);
  expect(averageMeaning([])).toBeNull();
});

test('averageMeaning counts the passages of several failures', () => {
  const average = averageMeaning([
    { values: Int8Array.of(1, 0, 1, 0), count: 2 },
    { values: Int8Array.of(0, 1), count: 1 },
  ]);
  expect((average?.[0] ?? 0) / (average?.[1] ?? 0)).toBeCloseTo(2, 5);
});

test('a meaning comparison ignores what all points have in common', () => {
  const similar = (x: number, y: number) => Float32Array.of(x, y, 10);
  const compare = createMeaningComparison([similar(1, 0), similar(1, 0.1), similar(-1, 0), similar(-1, 0.1)]);
  expect(compare(0, 1)).toBeGreaterThan(0.9);
  expect(compare(2, 3)).toBeGreaterThan(0.9);
  expect(compare(0, 2)).toBe(0);
});

test('a meaning comparison returns null for a point without a meaning', () => {
  const compare = createMeaningComparison([Float32Array.of(1, 0), null, Float32Array.of(0, 1)]);
  expect([compare(0, 1), compare(1, 2)]).toEqual([null, null]);
});
