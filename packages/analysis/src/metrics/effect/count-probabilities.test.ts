import poissonPmf from '@stdlib/stats-base-dists-poisson-pmf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeCountProbabilities } from './count-probabilities.ts';

function momentsOf(probabilities: Float64Array): {
  readonly all: number;
  readonly mean: number;
  readonly variance: number;
} {
  const moment = (power: number): number =>
    probabilities.reduce((sum, probability, count) => sum + probability * count ** power, 0);
  return { all: moment(0), mean: moment(1), variance: moment(2) - moment(1) ** 2 };
}

describe('computeCountProbabilities', () => {
  it('computeCountProbabilities equals the Poisson distribution if the dispersion is 1', () => {
    computeCountProbabilities({ mean: 4.2, dispersion: 1 }, 12).forEach((probability, count) => {
      expect(probability).toBeCloseTo(poissonPmf(count, 4.2), 12);
    });
  });

  it('computeCountProbabilities equals a manual calculation for one and two episodes', () => {
    // One expected burst with a mean size of 2.5 and thus a dispersion of 4: after each episode, another follows with
    // probability 0.6.
    const [none, one, two] = computeCountProbabilities({ mean: 2.5, dispersion: 4 }, 2);
    expect(none).toBeCloseTo(Math.exp(-1), 12);
    expect(one).toBeCloseTo(Math.exp(-1) * 0.4, 12);
    expect(two).toBeCloseTo(Math.exp(-1) * (0.4 * 0.6 + 0.4 ** 2 / 2), 12);
  });

  it('computeCountProbabilities has the requested mean and dispersion and sums to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 900, noNaN: true }), fc.constantFrom(1, 2, 4, 8), (mean, dispersion) => {
        const maxCount = Math.ceil(mean + 20 * Math.sqrt(mean * dispersion) + 40 * dispersion);
        const moments = momentsOf(computeCountProbabilities({ mean, dispersion }, maxCount));
        expect(moments.all).toBeCloseTo(1, 8);
        expect(moments.mean / mean).toBeCloseTo(1, 6);
        expect(moments.variance / mean / dispersion).toBeCloseTo(1, 4);
      }),
      { numRuns: 50 },
    );
  });
});
