import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ObservedAndExpectedCount, shrinkRates } from './shrink-rates.ts';

function cells(...given: [count: number, expected: number][]): ObservedAndExpectedCount[] {
  return given.map(([count, expected]) => ({ count, expected }));
}

describe('shrinkRates', () => {
  it('shrinkRates returns nearly the same rates and intervals as scipy does for the full mixture', () => {
    const groups = [cells([30, 12], [9, 12], [11, 12], [8, 12], [2, 12]), cells([0, 0.5], [3, 1], [1, 2.5])];
    const found = shrinkRates(groups, 0.9).flat();
    // From scipy 1.15.3: nbinom.pmf for the EM fit, gamma.cdf of all 78 components and brentq for the interval's ends.
    const expected = [
      [2.3186, 1.6342, 3.0918],
      [0.7918, 0.4874, 1.1623],
      [0.8661, 0.5484, 1.2745],
      [0.7511, 0.4469, 1.1095],
      [0.2779, 0.0601, 0.6321],
      null,
      [1.6639, 0.4356, 3.8405],
      [0.751, 0.1399, 1.7128],
    ];
    for (const [place, known] of expected.entries()) {
      if (known === null) {
        expect(found[place]).toBeNull();
        continue;
      }
      const [estimate = 0, low = 0, high = 0] = known;
      expect(found[place]?.estimate).toBeCloseTo(estimate, 4);
      // The implementation approximates the components of one spread by a single gamma distribution.
      expect(Math.abs((found[place]?.low ?? 0) - low)).toBeLessThan(0.08);
      expect(Math.abs((found[place]?.high ?? 0) - high)).toBeLessThan(0.08);
    }
  });

  it('shrinkRates keeps the rate of a clear outlier among similar cells and shrinks that of a cell with little data', () => {
    const similar = Array.from({ length: 40 }, (_, place): [number, number] => [8 + (place % 5), 10]);
    const [far, little] = shrinkRates([cells([40, 10], [1, 0.25], ...similar)], 0.9)[0] ?? [];
    expect(far?.estimate).toBeGreaterThan(3);
    expect(far?.low).toBeGreaterThan(2);
    expect(little?.estimate).toBeLessThan(1.6);
    expect(little?.low).toBeLessThan(1);
  });

  it('shrinkRates returns estimates that lie within their intervals and increase with the count', () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 50 })), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(counts, (given) => {
        const [first = [0, 1]] = given;
        const group = [[first[0] + 1, first[1]] as [number, number], ...given];
        const rates = shrinkRates([cells(...group)], 0.9)[0] ?? [];
        for (const rate of rates) {
          if (rate === null) continue;
          expect(rate.low).toBeLessThan(rate.estimate);
          expect(rate.high).toBeGreaterThan(rate.estimate);
        }
        expect(rates[0]?.estimate).toBeGreaterThan(rates[1]?.estimate ?? 0);
      }),
      { numRuns: 50 },
    );
  });
});
