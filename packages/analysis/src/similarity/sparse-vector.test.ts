import { expect, test } from 'vitest';
import { add, createSparseVector, dot, scaleTo } from './sparse-vector.ts';

const a = createSparseVector([
  [3, 2],
  [1, 1],
  [3, 1],
]);
const b = createSparseVector([
  [1, 4],
  [2, 5],
]);

test('entries are sorted by id and those of one id summed', () => {
  expect([...a.ids]).toEqual([1, 3]);
  expect([...a.values]).toEqual([1, 3]);
});

test('dot, add and scaleTo are those of the dense vectors', () => {
  expect(dot(a, b)).toBe(4);
  expect([[...add(a, b).ids], [...add(a, b).values]]).toEqual([
    [1, 2, 3],
    [5, 5, 3],
  ]);
  const unit = scaleTo(
    createSparseVector([
      [0, 3],
      [1, 4],
    ]),
    10,
  );
  expect([...unit.values]).toEqual([6, 8]);
  expect([...scaleTo(createSparseVector([]), 1).values]).toEqual([]);
});
