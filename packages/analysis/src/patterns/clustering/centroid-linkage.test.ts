import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterByCentroidLinkage } from './centroid-linkage.ts';
import type { NeighbourGraph } from './neighbour-graph.ts';

function createGraph(count: number, edges: readonly (readonly [number, number, number])[]): NeighbourGraph {
  const rows = Array.from({ length: count }, () => new Map<number, number>());
  for (const [a, b, score] of edges) {
    rows[a]?.set(b, score);
    rows[b]?.set(a, score);
  }
  return {
    size: count,
    visit(own, visitor) {
      for (const [other, score] of rows[own] ?? []) visitor(other, score);
    },
  };
}

const chain = createGraph(3, [
  [0, 1, 0.8],
  [1, 2, 0.6],
]);
const link = (threshold: number, more: { apart?: [number, number][] } = {}) =>
  clusterByCentroidLinkage({ graph: chain, threshold, apart: [], ...more });

describe('clusterByCentroidLinkage', () => {
  test('clusterByCentroidLinkage merges groups while the cosine of their centres reaches the threshold', () => {
    expect(link(0.9)).toEqual([[0], [1], [2]]);
    expect(link(0.5)).toEqual([[0, 1], [2]]);
    // The scores between the groups sum to 0.6, and those within the first group to 2 + 2 · 0.8: 0.6 / √3.6 = 0.316.
    expect(link(0.31)).toEqual([[0, 1, 2]]);
    expect(link(0.32)).toEqual([[0, 1], [2]]);
  });

  test('clusterByCentroidLinkage separates positions as constraints demand', () => {
    expect(link(0.5, { apart: [[1, 0]] })).toEqual([[0], [1, 2]]);
    expect(link(0.1, { apart: [[0, 2]] })).toEqual([[0, 1], [2]]);
  });

  test('clusterByCentroidLinkage never joins groups without an edge between them', () => {
    const graph = createGraph(3, [[1, 2, 0.6]]);
    expect(clusterByCentroidLinkage({ graph, threshold: 0.01, apart: [] })).toEqual([[0], [1, 2]]);
  });

  test('clusterByCentroidLinkage joins the pair with the highest score first', () => {
    const graph = createGraph(3, [
      [0, 1, 0.5],
      [1, 2, 0.9],
    ]);
    expect(clusterByCentroidLinkage({ graph, threshold: 0.4, apart: [] })).toEqual([[0], [1, 2]]);
  });

  test('clusterByCentroidLinkage puts every position into exactly one group, and obeys constraints in any graph', () => {
    const edge = fc.tuple(fc.nat(11), fc.nat(11), fc.double({ min: 0.01, max: 1, noNaN: true }));
    const pair = fc.tuple(fc.nat(11), fc.nat(11));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 40 }), fc.array(pair, { maxLength: 5 }), (edges, apart) => {
        const graph = createGraph(
          12,
          edges.filter(([a, b]) => a !== b),
        );
        const kept = apart.filter(([a, b]) => a !== b);
        const groups = clusterByCentroidLinkage({ graph, threshold: 0.05, apart: kept });
        expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index));
        for (const [a, b] of kept) expect(groups.some((group) => group.includes(a) && group.includes(b))).toBe(false);
      }),
    );
  });
});
