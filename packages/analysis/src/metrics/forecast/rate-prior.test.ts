import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitRatePrior } from './rate-prior.ts';

const seen = [
  [1, 100],
  [1, 100],
  [2, 100],
  [7, 100],
  [3, 40],
  [25, 100],
  [1, 60],
  [2, 100],
].map(([count = 0, days = 0]) => ({ count, days }));

describe('fitRatePrior', () => {
  /** From scipy 1.15.3: the same truncated likelihood by gammaln, minimised with BFGS at gtol 1e-10. */
  test.each([
    [1, 0.4247917, 0.03822129],
    [2, 0.55677494, 0.05588277],
  ] as const)(
    'fitRatePrior fits the same prior as scipy to series with at least %i events',
    (minCount, shape, mean) => {
      const prior = fitRatePrior(
        seen.filter(({ count }) => count >= minCount),
        minCount,
      );
      expect(prior.shape).toBeCloseTo(shape, 2);
      expect(prior.mean / mean).toBeCloseTo(1, 2);
    },
  );

  test('fitRatePrior stays near the observed rate if all series have similar counts', () => {
    const counts = [
      11, 3, 6, 6, 4, 5, 4, 7, 3, 4, 3, 4, 7, 16, 7, 3, 24, 5, 8, 9, 15, 8, 7, 16, 9, 7, 8, 6, 7, 9, 10, 8, 2, 8, 12,
      10, 4, 8, 6, 6, 7, 4, 10, 6, 5, 2, 4,
    ];
    const similar = counts.map((count) => ({ count, days: 808.0479861111111 }));
    const { mean, shape } = fitRatePrior(similar, 2);
    expect(mean).toBeGreaterThan(0.007);
    expect(mean).toBeLessThan(0.011);
    expect(shape).toBeLessThan(100);
  });

  test('fitRatePrior returns the same prior for any order of the series', () => {
    const counts = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 50 }), days: fc.integer({ min: 100, max: 2_000 }) }),
      {
        minLength: 3,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(counts, fc.nat(), (own, turn) => {
        const prior = fitRatePrior(own, 1);
        const turned = [...own.slice(turn % own.length), ...own.slice(0, turn % own.length)];
        expect(fitRatePrior(turned, 1).shape / prior.shape).toBeCloseTo(1, 1);
        expect(fitRatePrior(turned, 1).mean / prior.mean).toBeCloseTo(1, 1);
      }),
    );
  });

  test('fitRatePrior returns a large shape for series with similar rates and a small one for different rates', () => {
    const similar = Array.from({ length: 40 }, (_, at) => ({ count: 9 + (at % 3), days: 300 }));
    const different = Array.from({ length: 40 }, (_, at) => ({ count: at % 8 === 0 ? 120 : 1, days: 300 }));
    expect(fitRatePrior(similar, 1).shape).toBeGreaterThan(5);
    expect(fitRatePrior(different, 1).shape).toBeLessThan(0.5);
  });

  test('fitRatePrior estimates a mean below the observed one, since quiet series are unseen', () => {
    const once = Array.from({ length: 30 }, () => ({ count: 1, days: 300 }));
    expect(fitRatePrior(once, 1).mean).toBeLessThan(0.7 / 300);
    expect(fitRatePrior([], 1)).toEqual({ shape: expect.closeTo(0.7, 5), mean: expect.closeTo(0.5 / 30, 5) });
  });
});
