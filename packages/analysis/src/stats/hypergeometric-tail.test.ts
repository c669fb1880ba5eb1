import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceOfAtLeast, oddsAgainstChance } from './chance.ts';

test('is the share of all draws that hold so many marked ones', () => {
  // Of the 210 ways to draw 4 of 10, 3 marked: 35 hold none, 105 one, 63 two, 7 all three.
  expect(chanceOfAtLeast(0, 4, 3, 10)).toBe(1);
  expect(chanceOfAtLeast(1, 4, 3, 10)).toBeCloseTo(175 / 210, 12);
  expect(chanceOfAtLeast(2, 4, 3, 10)).toBeCloseTo(70 / 210, 12);
  expect(chanceOfAtLeast(3, 4, 3, 10)).toBeCloseTo(7 / 210, 12);
  expect(chanceOfAtLeast(4, 4, 3, 10)).toBe(0);
});

test('stays exact where factorials would overflow', () => {
  // All 20 of 2,000 drawn fall among the 1,000 marked: the product of (1000 - i) / (2000 - i).
  const exact = Array.from({ length: 20 }, (_, index) => (1_000 - index) / (2_000 - index)).reduce((a, b) => a * b);
  expect(chanceOfAtLeast(20, 20, 1_000, 2_000) / exact).toBeCloseTo(1, 8);
});

test('more hits are never likelier, and it does not matter which of the two is called drawn', () => {
  const counts = fc
    .nat(300)
    .chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 0, max: all }), fc.integer({ min: 0, max: all })));
  fc.assert(
    fc.property(counts, fc.nat(300), ([all, drawn, marked], hits) => {
      const chance = chanceOfAtLeast(hits, drawn, marked, all);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
      expect(chanceOfAtLeast(hits + 1, drawn, marked, all)).toBeLessThanOrEqual(chance + 1e-9);
      expect(chanceOfAtLeast(hits, marked, drawn, all)).toBeCloseTo(chance, 8);
    }),
  );
});

test('what may be chance says nothing, and the rarer it is the more it says', () => {
  expect([1, 0.5, 0.37].map(oddsAgainstChance)).toEqual([0, 0, 0]);
  // Odds of 2.5 and 8 to one at most for the usual 0.05 and 0.01.
  expect([0.05, 0.01].map((chance) => Math.exp(oddsAgainstChance(chance)))).toEqual([
    expect.closeTo(2.46, 2),
    expect.closeTo(7.99, 2),
  ]);
  expect(oddsAgainstChance(0)).toBeGreaterThan(oddsAgainstChance(1e-6));
});
