import { expect, test } from 'vitest';
import { createSparseVector, dot, dotProductByPart } from './sparse-vector.ts';

const a = createSparseVector([
  [3, 2],
  [1, 1],
  [3, 1],
]);
const b = createSparseVector([
  [1, 4],
  [2, 5],
]);

test('createSparseVector sorts by id and sums repeated ids', () => {
  expect([...a.ids]).toEqual([1, 3]);
  expect([...a.values]).toEqual([1, 3]);
});

test('dot returns the dot product, and dotProductByPart returns one for each part', () => {
  expect(dot(a, b)).toBe(4);
  const parts = dotProductByPart(a, a, (id) => (id === 1 ? 'one' : 'other'));
  expect(Object.fromEntries(parts)).toEqual({ one: 1, other: 9 });
  expect(dot(a, a)).toBe(10);
  expect(dot(a, createSparseVector([]))).toBe(0);
});
