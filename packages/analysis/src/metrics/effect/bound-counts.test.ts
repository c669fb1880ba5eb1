import negativeBinomialCdf from '@stdlib/stats-base-dists-negative-binomial-cdf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonDispersion } from '../../stats/dispersion.ts';
import { findLowerBounds, findUpperBounds, type InterimTest } from './bound-counts.ts';
import { inferRates } from './infer-rates.ts';

const level = 0.05;
const shape = 0.8;
const maxCount = 160;

/**
 * Generates interim tests at irregular intervals, the number of episodes in the year before the fix, and the posterior
 * of the rate.
 */
const watches = fc
  .record({
    episodes: fc.integer({ min: 2, max: 20 }),
    steps: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }),
  })
  .map(({ episodes, steps }) => {
    const all = steps.reduce((sum, step) => sum + step, 0);
    let exposure = 0;
    const looks = steps.map((step): InterimTest => {
      exposure += step;
      return { exposure, spent: (exposure / all) ** 2 };
    });
    const rates = inferRates({ episodes, exposure: 365, dispersion: poissonDispersion }, { shape, mean: shape / 30 });
    return { episodes, looks, rates };
  });

/**
 * Returns for each interim test the probability that a bound was crossed by then. Unlike the implementation, uses a
 * single Pólya process, whose next count is negative binomial given the previous counts.
 */
function chancesToCross(
  episodes: number,
  looks: readonly InterimTest[],
  isCrossed: (count: number, look: number) => boolean,
) {
  let paths = new Map([[0, 1]]);
  let crossed = 0;
  let before = 0;
  return looks.map(({ exposure }, look) => {
    const next = new Map<number, number>();
    for (const [count, probability] of paths) {
      const [seen, step] = [395 + before, exposure - before];
      const upTo = (added: number): number =>
        negativeBinomialCdf(added, shape + episodes + count, seen / (seen + step));
      for (let added = 0; count + added <= maxCount; added += 1) {
        const share = probability * (upTo(added) - (added === 0 ? 0 : upTo(added - 1)));
        if (share < 1e-13) {
          if (added > 20) break;
          continue;
        }
        if (isCrossed(count + added, look)) crossed += share;
        else next.set(count + added, (next.get(count + added) ?? 0) + share);
      }
    }
    paths = next;
    before = exposure;
    return crossed;
  });
}

describe('findLowerBounds and findUpperBounds', () => {
  it('findLowerBounds spends at most the allowed significance level, which any bound higher by one would exceed', () => {
    fc.assert(
      fc.property(watches, ({ episodes, looks, rates }) => {
        const bounds = findLowerBounds(rates, looks, level);
        const spent = chancesToCross(episodes, looks, (count, look) => count <= (bounds[look] ?? -1));
        looks.forEach((look, at) => {
          expect(spent[at] ?? 1).toBeLessThanOrEqual(level * look.spent + 1e-5);
          const looser = bounds.map((bound, nth) => (nth === at ? bound + 1 : bound));
          const more = chancesToCross(episodes, looks.slice(0, at + 1), (count, nth) => count <= (looser[nth] ?? -1));
          expect(more[at] ?? 0).toBeGreaterThan(level * look.spent - 1e-5);
        });
      }),
      { numRuns: 8 },
    );
  });

  it('findUpperBounds spends at most the allowed significance level, which any bound lower by one would exceed', () => {
    fc.assert(
      fc.property(watches, ({ episodes, looks, rates }) => {
        const bounds = findUpperBounds(rates, looks, level);
        const spent = chancesToCross(episodes, looks, (count, look) => count >= (bounds[look] ?? Infinity));
        looks.forEach((look, at) => {
          expect(spent[at] ?? 1).toBeLessThanOrEqual(level * look.spent + 1e-5);
          if (bounds[at] === Infinity) return;
          const tighter = bounds.map((bound, nth) => (nth === at ? bound - 1 : bound));
          const more = chancesToCross(
            episodes,
            looks.slice(0, at + 1),
            (count, nth) => count >= (tighter[nth] ?? Infinity),
          );
          expect(more[at] ?? 0).toBeGreaterThan(level * look.spent - 1e-5);
        });
      }),
      { numRuns: 5 },
    );
  });

  it('findLowerBounds and findUpperBounds do not depend on later interim tests', () => {
    fc.assert(
      fc.property(watches, fc.nat(7), ({ looks, rates }, nth) => {
        const some = looks.slice(0, nth + 1);
        expect(findLowerBounds(rates, looks, level).slice(0, nth + 1)).toEqual(findLowerBounds(rates, some, level));
        expect(findUpperBounds(rates, looks, level).slice(0, nth + 1)).toEqual(findUpperBounds(rates, some, level));
      }),
      { numRuns: 50 },
    );
  });

  it('findLowerBounds and findUpperBounds for a single test equal the bounds of an ordinary test', () => {
    const rates = inferRates({ episodes: 12, exposure: 100, dispersion: poissonDispersion }, null);
    // scipy 1.15: binom.cdf(4, 16, .5) = .0384, (5, 17, .5) = .0717; nbinom.sf(20, 12, .5) = .0551, (21, …) = .0401.
    expect(findLowerBounds(rates, [{ exposure: 100, spent: 1 }], level)).toEqual([4]);
    expect(findUpperBounds(rates, [{ exposure: 100, spent: 1 }], level)).toEqual([22]);
  });

  it('findLowerBounds and findUpperBounds set no bound if there is no test, or no significance level to spend', () => {
    const rates = inferRates({ episodes: 12, exposure: 100, dispersion: poissonDispersion }, null);
    expect(findLowerBounds(rates, [], level)).toEqual([]);
    expect(findLowerBounds(rates, [{ exposure: 1, spent: 0 }], level)).toEqual([-1]);
    expect(findUpperBounds(rates, [{ exposure: 1, spent: 0 }], level)).toEqual([Number.POSITIVE_INFINITY]);
  });
});
