import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hypergeometricTail } from './hypergeometric-tail.ts';

test('hypergeometricTail returns the share of all draws with at least the given number of marked items', () => {
  // There are 210 ways to draw 4 of 10 items. With 3 marked items, 35 draws have none, 105 one, 63 two and 7 three.
  expect(hypergeometricTail(0, 4, 3, 10)).toBe(1);
  expect(hypergeometricTail(1, 4, 3, 10)).toBeCloseTo(175 / 210, 12);
  expect(hypergeometricTail(2, 4, 3, 10)).toBeCloseTo(70 / 210, 12);
  expect(hypergeometricTail(3, 4, 3, 10)).toBeCloseTo(7 / 210, 12);
  expect(hypergeometricTail(4, 4, 3, 10)).toBe(0);
});

test('hypergeometricTail keeps its precision where factorials overflow', () => {
  // Probability that all 20 items drawn from 2,000 are among the 1,000 marked ones.
  const exact = Array.from({ length: 20 }, (_, index) => (1_000 - index) / (2_000 - index)).reduce((a, b) => a * b);
  expect(hypergeometricTail(20, 20, 1_000, 2_000) / exact).toBeCloseTo(1, 8);
});

test('hypergeometricTail decreases with the number of hits, and stays the same if drawn and marked are exchanged', () => {
  const counts = fc
    .nat(300)
    .chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 0, max: all }), fc.integer({ min: 0, max: all })));
  fc.assert(
    fc.property(counts, fc.nat(300), ([all, drawn, marked], hits) => {
      const tail = hypergeometricTail(hits, drawn, marked, all);
      expect(tail).toBeGreaterThanOrEqual(0);
      expect(tail).toBeLessThanOrEqual(1);
      expect(hypergeometricTail(hits + 1, drawn, marked, all)).toBeLessThanOrEqual(tail + 1e-9);
      expect(hypergeometricTail(hits, marked, drawn, all)).toBeCloseTo(tail, 8);
    }),
  );
});
