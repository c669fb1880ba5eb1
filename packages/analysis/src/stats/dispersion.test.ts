import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BlockCounts, computeMeanDispersion, estimateDispersions } from './dispersion.ts';

function even(counts: readonly number[]): BlockCounts {
  return { counts, exposures: counts.map(() => 4) };
}

const quiet = even([2, 3, 1, 2, 4, 2, 3, 2, 1, 3, 2, 2]);
const bursting = even([0, 9, 0, 0, 11, 0, 8, 0, 0, 0, 10, 0]);

it('estimateDispersions distinguishes bursts from Poisson variation', () => {
  const [alone, bursts] = estimateDispersions([quiet, bursting]).map(computeMeanDispersion);
  expect(alone).toBeLessThan(1.5);
  expect(bursts).toBeGreaterThan(4);
});

it('estimateDispersions uses the other series to estimate the dispersion of a series with few counts', () => {
  const few = even([0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0]);
  const among = (others: BlockCounts): number =>
    computeMeanDispersion(estimateDispersions([few, ...Array.from({ length: 20 }, () => others)])[0] ?? []);
  expect(among(quiet)).toBeLessThan(1.3);
  expect(among(bursting)).toBeGreaterThan(2);
});

it('estimateDispersions does not take a single rate change for bursts', () => {
  const risen = even([2, 1, 2, 3, 2, 2, 8, 9, 7, 8, 9, 8]);
  expect(computeMeanDispersion(estimateDispersions([risen])[0] ?? [])).toBeLessThan(2);
});

it('estimateDispersions does not take counts proportional to exposure for bursts', () => {
  const exposures = [1, 8, 1, 8, 1, 8, 1, 8, 1, 8, 1, 8];
  const [following] = estimateDispersions([{ counts: exposures, exposures }]);
  const [ignoring] = estimateDispersions([even(exposures)]);
  expect(computeMeanDispersion(following ?? [])).toBeLessThan(1.3);
  expect(computeMeanDispersion(ignoring ?? [])).toBeGreaterThan(2);
});

it('estimateDispersions returns weights that sum to 1 for any counts', () => {
  const blocks = fc.array(fc.nat(30), { maxLength: 20 }).map(even);
  fc.assert(
    fc.property(fc.array(blocks, { maxLength: 6 }), (series) => {
      for (const likely of estimateDispersions(series)) {
        expect(likely.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
        expect(computeMeanDispersion(likely)).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});
