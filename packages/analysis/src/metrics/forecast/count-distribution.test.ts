import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  computeCountInterval,
  computeCoveredShare,
  computeCumulativeProbabilityRange,
} from './compute-count-interval.ts';
import {
  type CountDistribution,
  computeExpectedCount,
  iterateCumulativeProbabilities,
  probabilityOfAnyEvent,
} from './count-distribution.ts';

const single = (mean: number, shape: number): CountDistribution => ({
  endedProbability: 0,
  parts: [{ weight: 1, mean, shape }],
});
const mixed: CountDistribution = {
  endedProbability: 0,
  parts: [
    { weight: 0.7, mean: 4, shape: 2.5 },
    { weight: 0.3, mean: 6, shape: 30 },
  ],
};

function cumulativeAt(distribution: CountDistribution, count: number): number {
  return computeCumulativeProbabilityRange(distribution, count)[1];
}

/** From scipy 1.15.3: nbinom.cdf(count, shape, shape / (shape + mean)). */
describe('CountDistribution', () => {
  test.each([
    [0.3, 0.5, [0.7905694150420948, 0.9388011803624878, 0.9935195468577106, 0.9999957154866095]],
    [4, 2.5, [0.0917416675955684, 0.23288269466567366, 0.525186596881868, 0.9553431285566808]],
    [60, 200, [1.6267826751829352e-23, 7.67090599913184e-22, 2.8875649422862266e-19, 3.076694495179632e-13]],
  ])(
    'iterateCumulativeProbabilities with mean %d and shape %d yields the probabilities of scipy',
    (mean, shape, probabilities) => {
      [0, 1, 3, 10].forEach((count, at) => {
        const probability = cumulativeAt(single(mean, shape), count);
        expect(probability / (probabilities[at] ?? 1)).toBeCloseTo(1, 9);
      });
      expect(probabilityOfAnyEvent(single(mean, shape))).toBeCloseTo(1 - (probabilities[0] ?? 0), 12);
      expect(computeExpectedCount(single(mean, shape))).toBe(mean);
    },
  );

  test('probabilityOfAnyEvent combines two components and the probability that the series has ended', () => {
    [0.06548298338682411, 0.17060078268552892, 0.29332369399543745].forEach((probability, count) => {
      expect(cumulativeAt(mixed, count)).toBeCloseTo(probability, 12);
    });
    const ended = { ...mixed, endedProbability: 0.4 };
    [0.4392897900320945, 0.5023604696113174, 0.5759942163972624].forEach((probability, count) => {
      expect(cumulativeAt(ended, count)).toBeCloseTo(probability, 12);
    });
    expect(computeExpectedCount(ended)).toBeCloseTo(0.6 * 4.6, 12);
    expect(probabilityOfAnyEvent(ended)).toBeCloseTo(1 - 0.4392897900320945, 12);
  });

  test('iterateCumulativeProbabilities yields probabilities that increase and stay at most 1', () => {
    const any = fc.record({
      mean: fc.double({ min: 1e-6, max: 2_000, noNaN: true }),
      shape: fc.double({ min: 0.02, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(any, ({ mean, shape }) => {
        let before = 0;
        let count = 0;
        for (const sum of iterateCumulativeProbabilities(single(mean, shape))) {
          expect(sum).toBeGreaterThanOrEqual(before);
          before = sum;
          if (++count > 200) break;
        }
        expect(before).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('computeCountInterval', () => {
  test('computeCountInterval has a probability as near to the level as whole numbers allow', () => {
    // From scipy: P(0) = 0.065 is nearer to 0.05 than 0 is; 1 to 11 has the probability 0.904 and 1 to 10 only 0.886.
    expect(computeCountInterval(mixed, 0.9)).toEqual({ low: 1, high: 11 });
    expect(computeCountInterval(single(60, 200), 0.9)).toEqual({ low: 46, high: 74 });
    expect(computeCountInterval(single(0.01, 1), 0.9)).toEqual({ low: 0, high: 0 });
  });

  test('computeCountInterval has a finite upper end even if all counts above 0 together barely reach the level', () => {
    // The probabilities of counts from 1 on sum to 0.9, except for a rounding error in the first case and for 0.0004 in
    // the second.
    expect(computeCountInterval(single(2.4303556839691485, 21.50835737583263), 0.9)).toEqual({ low: 0, high: 4 });
    expect(computeCountInterval(single(4.489747128267322, 1.8964507400557182), 0.9)).toEqual({ low: 0, high: 9 });
  });

  test('computeCountInterval contains the expected count and grows with the level', () => {
    const any = fc.record({
      mean: fc.double({ min: 1e-3, max: 300, noNaN: true }),
      shape: fc.double({ min: 0.05, max: 1e4, noNaN: true }),
    });
    fc.assert(
      fc.property(any, ({ mean, shape }) => {
        const { low, high } = computeCountInterval(single(mean, shape), 0.9);
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThan(mean - 1);
        expect(low).toBeLessThanOrEqual(high);
        expect(computeCountInterval(single(mean, shape), 0.98).high).toBeGreaterThanOrEqual(high);
      }),
    );
  });
});

test('computeCoveredShare equals the level on average over all outcomes', () => {
  for (const distribution of [single(0.2, 1), single(4, 2.5), mixed, { ...mixed, endedProbability: 0.4 }]) {
    let sum = 0;
    for (let count = 0; count < 200; count++) {
      const [below, upTo] = computeCumulativeProbabilityRange(distribution, count);
      sum += (upTo - below) * computeCoveredShare([below, upTo], 0.9);
    }
    expect(sum).toBeCloseTo(0.9, 9);
  }
});
