import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonDispersion } from '../../stats/dispersion.ts';
import { computeMeanRate, type LikelyRate, mixCountProbabilities } from './count-probabilities.ts';
import { inferRates } from './infer-rates.ts';

const counts = fc.record({
  episodes: fc.integer({ min: 2, max: 60 }),
  exposure: fc.double({ min: 20, max: 80, noNaN: true }),
  later: fc.double({ min: 5, max: 40, noNaN: true }),
  since: fc.nat(30),
});

function atMost(rates: readonly LikelyRate[], exposure: number, count: number): number {
  return mixCountProbabilities(rates, exposure, count).reduce((sum, probability) => sum + probability, 0);
}

describe('inferRates', () => {
  it('inferRates without a prior equals the exact conditional test of two counts', () => {
    fc.assert(
      fc.property(counts, ({ episodes, exposure, later, since }) => {
        const rates = inferRates({ episodes, exposure, dispersion: poissonDispersion }, null);
        const exact = binomialCdf(since, episodes + since, later / (exposure + later));
        expect(Math.abs(atMost(rates, later, since) - exact)).toBeLessThan(2e-4);
      }),
      { numRuns: 100 },
    );
  });

  it('inferRates with a prior predicts negative binomial counts', () => {
    fc.assert(
      fc.property(counts, ({ episodes, exposure, later, since }) => {
        const rates = inferRates({ episodes, exposure, dispersion: poissonDispersion }, { shape: 0.8, mean: 0.03 });
        const [shape, seen] = [0.8 + episodes, 0.8 / 0.03 + exposure];
        const exact = negativeBinomialCdf(since, shape, seen / (seen + later));
        expect(Math.abs(atMost(rates, later, since) - exact)).toBeLessThan(2e-4);
        expect(computeMeanRate(rates) / (shape / seen)).toBeCloseTo(1, 4);
      }),
      { numRuns: 100 },
    );
  });

  it('inferRates shrinks a rate more towards the prior if the episodes came in bursts', () => {
    const prior = { shape: 1, mean: 0.01 };
    const seen = { episodes: 12, exposure: 365 };
    const alone = inferRates({ ...seen, dispersion: poissonDispersion }, prior);
    const inBursts = inferRates({ ...seen, dispersion: [{ value: 8, weight: 1 }] }, prior);
    expect(computeMeanRate(alone)).toBeCloseTo(13 / 465, 5);
    expect(computeMeanRate(inBursts)).toBeLessThan(computeMeanRate(alone));
    expect(computeMeanRate(inBursts)).toBeGreaterThan(prior.mean);
  });

  it('inferRates updates the weights of the dispersions by the observed count', () => {
    const dispersion = [1, 8].map((value) => ({ value, weight: 0.5 }));
    const rates = inferRates({ episodes: 40, exposure: 365, dispersion }, { shape: 30, mean: 0.01 });
    const inBursts = rates.filter((own) => own.dispersion === 8).reduce((sum, { weight }) => sum + weight, 0);
    expect(inBursts).toBeGreaterThan(0.9);
    expect(rates.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });
});
