import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  intervalOfRateRatio,
  minPValueOfRateDifference,
  pValueOfRateDifference,
  rulesOutRateChangeBy,
  type TwoPeriodCounts,
} from './compare-counts.ts';
import { poissonDispersion } from './dispersion.ts';

function pair(before: number, recent: number, recentShare: number, dispersion = poissonDispersion): TwoPeriodCounts {
  return { before, recent, recentShare, dispersion };
}

/** Expected values from scipy 1.15: mid-P tails from binom.sf and binom.pmf, interval limits from brentq. */
const references = [
  [12, 24, 0.5, 0.04703102743951601, 1.0088646811972317, 4.134728581491201],
  [3, 1, 0.25, 0.9453125000000001, 0.0379806574317815, 9.38199276828185],
  [0, 4, 0.25, 0.00390625, 2.691204406091442, null],
  [30, 2, 0.25, 0.007879934728751925, 0.03218525226307515, 0.7105259452273516],
  [40, 5, 0.3, 0.0032482720423372413, 0.10196112996151238, 0.6938638218960187],
] as const;

describe('compare-counts', () => {
  it.each(references)(
    'p-value and interval agree with scipy for %d earlier and %d recent episodes, with a share of %d of the time being recent',
    (...values) => {
      const [before, recent, share, p, low, high] = values;
      expect(pValueOfRateDifference(pair(before, recent, share))).toBeCloseTo(p, 10);
      const interval = intervalOfRateRatio(pair(before, recent, share));
      expect(interval.low).toBeCloseTo(low, 5);
      if (high === null) expect(interval.high).toBeNull();
      else expect(interval.high).toBeCloseTo(high, 4);
    },
  );

  it('intervalOfRateRatio excludes 1 if and only if the p-value is below 5 %', () => {
    const counts = fc.record({
      before: fc.nat(80),
      recent: fc.nat(80),
      recentShare: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      dispersion: fc.constantFrom(poissonDispersion, [
        { value: 1, weight: 0.3 },
        { value: 2, weight: 0.7 },
      ]),
    });
    fc.assert(
      fc.property(counts, (given) => {
        const p = pValueOfRateDifference(given);
        fc.pre(given.before + given.recent > 0 && Math.abs(p - 0.05) > 1e-4);
        const { low, high } = intervalOfRateRatio(given);
        expect(low > 1 || (high !== null && high < 1)).toBe(p < 0.05);
      }),
    );
  });

  it('pValueOfRateDifference returns the same p-value if the two periods are exchanged', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (one, other) => {
        expect(pValueOfRateDifference(pair(one, other, 0.3))).toBeCloseTo(
          pValueOfRateDifference(pair(other, one, 0.7)),
          9,
        );
      }),
    );
  });

  it('pValueOfRateDifference returns a larger p-value for bursts, and 1 for two zero counts', () => {
    const bursts = [{ value: 4, weight: 1 }];
    expect(pValueOfRateDifference(pair(12, 24, 0.5, bursts))).toBeGreaterThan(0.25);
    expect(pValueOfRateDifference(pair(0, 0, 0.5))).toBe(1);
  });

  it('minPValueOfRateDifference exceeds 5 % for two episodes but not for four', () => {
    expect(minPValueOfRateDifference(pair(2, 0, 0.25))).toBeGreaterThan(0.05);
    expect(minPValueOfRateDifference(pair(1, 3, 0.25))).toBeCloseTo(0.00390625, 10);
  });

  it('rulesOutRateChangeBy rules out a change by half if both one-sided tests reject it', () => {
    // Tails by scipy: .0026 and .0042 for 180 and 60 episodes; .0556 and .0631 for 60 and 20 episodes.
    expect(rulesOutRateChangeBy(1.5, pair(180, 60, 0.25))).toBe(true);
    expect(rulesOutRateChangeBy(1.5, pair(60, 20, 0.25))).toBe(false);
    expect(rulesOutRateChangeBy(1.5, pair(180, 90, 0.25))).toBe(false);
  });
});
