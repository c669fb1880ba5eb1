import { expect, test } from 'vitest';
import { averageMeaning, createMeaningComparison } from './meanings.ts';

test('averageMeaning averages the directions of passages by weight, whatever the length of their vectors', () => {
  const list = { values: Int8Array.of(100, 0, 0, 1), count: 2 };
  const equal = averageMeaning([{ list, weights: [1, 1] }]);
  expect(equal?.[0]).toBeCloseTo(Math.SQRT1_2, 5);
  expect(equal?.[1]).toBeCloseTo(Math.SQRT1_2, 5);
  const weighed = averageMeaning([{ list, weights: [1, 3] }]);
  expect((weighed?.[1] ?? 0) / (weighed?.[0] ?? 1)).toBeCloseTo(3, 5);
  expect(averageMeaning([])).toBeNull();
});

test('averageMeaning weighs all passages equally if their number differs from that of the weights', () => {
  const average = averageMeaning([
    { list: { values: Int8Array.of(1, 0, 1, 0), count: 2 }, weights: [1, 5, 5] },
    { list: { values: Int8Array.of(0, 1), count: 1 }, weights: [1] },
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
