import { describe, expect, test } from 'vitest';
import { linkByAverage } from './average-linkage.ts';

// 0 and 1 score 0.8, 1 and 2 score 0.6, 0 and 2 score 0.
const chain = [
  new Map([[1, 0.8]]),
  new Map([
    [0, 0.8],
    [2, 0.6],
  ]),
  new Map([[1, 0.6]]),
];
const link = (threshold: number, more: { together?: number[][]; apart?: [number, number][] } = {}) =>
  linkByAverage({ graph: chain, threshold, together: [], apart: [], ...more });

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

  test('groups without an edge are never joined', () => {
    const graph = [new Map(), new Map([[2, 0.6]]), new Map([[1, 0.6]])];
    expect(linkByAverage({ graph, threshold: 0.01, together: [], apart: [] })).toEqual([[0], [1, 2]]);
  });

  test('a pair is joined before a lower score can take one of the two away', () => {
    const graph = [
      new Map([[1, 0.5]]),
      new Map([
        [0, 0.5],
        [2, 0.9],
      ]),
      new Map([[1, 0.9]]),
    ];
    expect(linkByAverage({ graph, threshold: 0.4, together: [], apart: [] })).toEqual([[0], [1, 2]]);
  });
});
