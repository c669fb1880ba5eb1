import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import { describe, expect, it } from 'vitest';
import { undispersed } from '../../stats/dispersion.ts';
import { believeRate } from './believe-rate.ts';
import { intervalOfEffect } from './ratio-interval.ts';

const prior = { shape: 0.8, mean: 0.04 };
const rates = believeRate({ episodes: 12, exposure: 365, dispersion: undispersed }, prior);
const seen = prior.shape / prior.mean + 365;

/** With the factor, the chance of fewer and half of that of as many. */
function midP(episodes: number, exposure: number, factor: number): number {
  const upTo = (count: number) =>
    count < 0 ? 0 : negativeBinomialCdf(count, prior.shape + 12, seen / (seen + exposure * factor));
  return (upTo(episodes) + upTo(episodes - 1)) / 2;
}

describe('the interval of an effect', () => {
  it.each([
    [1, 180],
    [9, 180],
    [30, 360],
  ])('of %d episodes in %d days ends where fewer, and where more, have 2.5 %%', (episodes, exposure) => {
    const { value, low, high } = intervalOfEffect(rates, { episodes, exposure });
    expect(midP(episodes, exposure, low)).toBeCloseTo(0.975, 3);
    expect(midP(episodes, exposure, high)).toBeCloseTo(0.025, 3);
    expect(value).toBeCloseTo((episodes * seen) / (exposure * 12.8), 3);
    expect(low < value && value < high).toBe(true);
  });

  it('begins at 0 where nothing came', () => {
    const { low, high } = intervalOfEffect(rates, { episodes: 0, exposure: 180 });
    expect(low).toBe(0);
    expect(midP(0, 180, high)).toBeCloseTo(0.025, 3);
  });

  it('is wider where episodes come in bursts', () => {
    const inBursts = believeRate({ episodes: 12, exposure: 365, dispersion: [{ value: 4, weight: 1 }] }, prior);
    const [alone, wide] = [rates, inBursts].map((own) => intervalOfEffect(own, { episodes: 4, exposure: 180 }));
    expect((wide?.high ?? 0) / (wide?.low ?? 1)).toBeGreaterThan((alone?.high ?? 0) / (alone?.low ?? 1));
  });
});
