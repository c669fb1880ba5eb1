import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDelayDensity, learnDelayDistribution, priorDelayDistribution } from './delay-distribution.ts';

const early = [0.1, 0.2, 0.3, 0.5, 0.8, 1, 1.5, 2, 3, 5];

describe('decay', () => {
  it('computeDelayDensity never returns 0, however long the delay', () => {
    let mass = 0;
    for (let hours = 0.005; hours < 10_000; hours *= 1.001)
      mass += computeDelayDensity(priorDelayDistribution, hours) * hours * 0.001;
    expect(mass).toBeCloseTo(1, 1);
    expect(computeDelayDensity(priorDelayDistribution, 10_000)).toBeGreaterThan(0);
  });

  it('learnDelayDistribution returns the prior without data', () => {
    expect(learnDelayDistribution([])).toEqual(priorDelayDistribution.map((weight) => expect.closeTo(weight, 9)));
  });

  it('learnDelayDistribution finds the most probable weights given the observed delays', () => {
    // scipy 1.17.1: minimize(BFGS) of the negative log posterior over the softmax of the weights.
    const reference = [0.10365, 0.36291, 0.42108, 0.08609, 0.02196, 0.00431];
    const learnt = learnDelayDistribution([...early, ...early, ...early, ...early]);
    expect(learnt).toEqual(reference.map((weight) => expect.closeTo(weight, 3)));
  });

  it('learnDelayDistribution returns a decreasing density with weights that sum to 1, for delays in any order', () => {
    const hours = fc.array(fc.double({ min: 0, max: 2_000, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(hours, fc.double({ min: 0, max: 500, noNaN: true }), (lags, at) => {
        const learnt = learnDelayDistribution(lags);
        expect(learnt.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(computeDelayDensity(learnt, at + 1)).toBeLessThan(computeDelayDensity(learnt, at));
        expect(learnDelayDistribution(lags.toReversed())).toEqual(learnt);
      }),
    );
  });
});
