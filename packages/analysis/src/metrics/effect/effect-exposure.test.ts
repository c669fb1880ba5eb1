import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import { describe, expect, it } from 'vitest';
import { poissonDispersion } from '../../stats/dispersion.ts';
import { estimateEffectRatio } from './effect-exposure.ts';
import { inferRates } from './infer-rates.ts';

const prior = { shape: 0.8, mean: 0.04 };
const rates = inferRates({ episodes: 12, exposure: 365, dispersion: poissonDispersion }, prior);
const seen = prior.shape / prior.mean + 365;

/**
 * Returns the mid-P lower tail if the rate changed by a factor: P(fewer episodes) plus half of P(equally many
 * episodes).
 */
function midP(episodes: number, exposure: number, factor: number): number {
  const upTo = (count: number) =>
    count < 0 ? 0 : negativeBinomialCdf(count, prior.shape + 12, seen / (seen + exposure * factor));
  return (upTo(episodes) + upTo(episodes - 1)) / 2;
}

describe('estimateEffectRatio', () => {
  it.each([
    [1, 180],
    [9, 180],
    [30, 360],
  ])(
    'estimateEffectRatio returns an interval that leaves 2.5 %% in each tail for %d episodes in %d days',
    (episodes, exposure) => {
      const { value, low, high } = estimateEffectRatio(rates, { episodes, exposure });
      expect(midP(episodes, exposure, low)).toBeCloseTo(0.975, 3);
      expect(midP(episodes, exposure, high)).toBeCloseTo(0.025, 3);
      expect(value).toBeCloseTo((episodes * seen) / (exposure * 12.8), 3);
      expect(low < value && value < high).toBe(true);
    },
  );

  it('estimateEffectRatio returns an interval that starts at 0 if there are no episodes', () => {
    const { low, high } = estimateEffectRatio(rates, { episodes: 0, exposure: 180 });
    expect(low).toBe(0);
    expect(midP(0, 180, high)).toBeCloseTo(0.025, 3);
  });

  it('estimateEffectRatio returns a wider interval if episodes come in bursts', () => {
    const inBursts = inferRates({ episodes: 12, exposure: 365, dispersion: [{ value: 4, weight: 1 }] }, prior);
    const [alone, wide] = [rates, inBursts].map((own) => estimateEffectRatio(own, { episodes: 4, exposure: 180 }));
    expect((wide?.high ?? 0) / (wide?.low ?? 1)).toBeGreaterThan((alone?.high ?? 0) / (alone?.low ?? 1));
  });
});
