import { expect, test } from 'vitest';
import { strengthen } from './strengthen.ts';

const graph = (size: number, edges: readonly (readonly [number, number, number])[]) => {
  const rows = Array.from({ length: size }, () => new Map<number, number>());
  for (const [a, b, score] of edges) {
    rows[a]?.set(b, score);
    rows[b]?.set(a, score);
  }
  return rows;
};

test('two that share a neighbour come near each other, strangers stay strangers', () => {
  const [first] = strengthen(
    graph(5, [
      [0, 1, 0.5],
      [1, 2, 0.5],
      [3, 4, 0.5],
    ]),
  );
  expect(first?.get(2)).toBeGreaterThan(0.3);
  expect(first?.has(3)).toBe(false);
});

test('scores stay within [0, 1] and are the same from both sides', () => {
  const found = strengthen(
    graph(4, [
      [0, 1, 1],
      [0, 2, 1],
      [1, 2, 1],
      [2, 3, 0.2],
    ]),
  );
  for (const [own, row] of found.entries()) {
    for (const [other, score] of row) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(found[other]?.get(own)).toBeCloseTo(score, 9);
    }
  }
});

test('who is the neighbour of many, and they not of each other, ties none of them together', () => {
  const hub = graph(
    21,
    Array.from({ length: 20 }, (_, index) => [0, index + 1, 0.3] as const),
  );
  expect(strengthen(hub)[20]?.has(19) ?? false).toBe(false);
});
