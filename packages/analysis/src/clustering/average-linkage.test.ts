import { describe, expect, test } from 'vitest';
import { createSparseVector, scaleTo } from '../similarity/sparse-vector.ts';
import { linkByAverage } from './average-linkage.ts';

const unit = (...values: number[]) => scaleTo(createSparseVector(values.map((value, id) => [id, value] as const)), 1);
const complete = (size: number) =>
  Array.from(
    { length: size },
    (_, own) => new Set(Array.from({ length: size }, (__, other) => other).filter((other) => other !== own)),
  );
// 0 and 1 score 0.8, 1 and 2 score 0.6, 0 and 2 score 0.
const chain = [unit(1, 0), unit(0.8, 0.6), unit(0, 1)];
const link = (threshold: number, more: { together?: number[][]; apart?: [number, number][] } = {}) =>
  linkByAverage({ vectors: chain, graph: complete(3), threshold, together: [], apart: [], ...more });

describe('linkByAverage', () => {
  test('merges while the mean score reaches the threshold', () => {
    expect(link(0.9)).toEqual([[0], [1], [2]]);
    expect(link(0.5)).toEqual([[0, 1], [2]]);
    // The mean of 0 and 0.6 is 0.3: reached.
    expect(link(0.3)).toEqual([[0, 1, 2]]);
    expect(link(0.31)).toEqual([[0, 1], [2]]);
  });

  test('what must be together is, what must be apart is never', () => {
    expect(link(0.9, { together: [[2, 0]] })).toEqual([[0, 2], [1]]);
    expect(link(0.5, { apart: [[1, 0]] })).toEqual([[0], [1, 2]]);
    expect(link(0.1, { apart: [[0, 2]] })).toEqual([[0, 1], [2]]);
  });

  test('groups without an edge are not compared', () => {
    expect(
      linkByAverage({
        vectors: chain,
        graph: [new Set(), new Set([2]), new Set([1])],
        threshold: 0.5,
        together: [],
        apart: [],
      }),
    ).toEqual([[0], [1, 2]]);
  });
});
