import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pValueOfRateChangeScan, scanForRateChange } from './scan-for-rate-change.ts';

describe('pValueOfRateChangeScan', () => {
  it('pValueOfRateChangeScan agrees with the closed form for one event', () => {
    // The statistic is 2 ln(1/u), where u is the smaller of the shares of exposure before and after the event.
    expect(pValueOfRateChangeScan(3, 1, 0.05)).toBeCloseTo(2 * Math.exp(-1.5), 6);
  });

  /** Shares of a million simulated series (numpy 2) with a statistic above 3, 6 and 9; standard errors below .0005. */
  it.each([
    [2, 0.1, [0.445366, 0.099676, 0.022412]],
    [5, 0.077, [0.619043, 0.14503, 0.028916]],
    [12, 0.077, [0.698336, 0.198254, 0.046251]],
    [40, 0.2, [0.495892, 0.137672, 0.035846]],
  ])('pValueOfRateChangeScan agrees with a simulation of %d events', (events, edge, shares) => {
    [3, 6, 9].forEach((statistic, at) => {
      expect(Math.abs(pValueOfRateChangeScan(statistic, events, edge) - (shares[at] ?? 0))).toBeLessThan(0.002);
    });
  });

  it('pValueOfRateChangeScan decreases as the ratio grows and stays in [0, 1]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.1, max: 40, noNaN: true }),
        (events, statistic) => {
          const [less, more] = [
            pValueOfRateChangeScan(statistic, events, 0.1),
            pValueOfRateChangeScan(statistic + 1, events, 0.1),
          ];
          expect(less).toBeGreaterThanOrEqual(more - 1e-9);
          expect(more).toBeGreaterThanOrEqual(0);
          expect(less).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('pValueOfRateChangeScan hardly changes beyond two thousand events', () => {
    expect(pValueOfRateChangeScan(9, 1_000, 0.077)).toBeCloseTo(pValueOfRateChangeScan(9, 100_000, 0.077), 2);
  });
});

describe('scanForRateChange', () => {
  it('scanForRateChange finds the position where events become dense', () => {
    const sparse = Array.from({ length: 10 }, (_, at) => (at + 0.5) / 20);
    const dense = Array.from({ length: 40 }, (_, at) => 0.5 + (at + 0.5) / 80);
    const found = scanForRateChange([...sparse, ...dense], 0.05);
    expect(found?.at).toBeCloseTo(0.5, 1);
    expect(pValueOfRateChangeScan(found?.statistic ?? 0, 50, 0.05)).toBeLessThan(1e-3);
  });

  it('scanForRateChange returns null if there are no events, and never finds a change in the excluded edges', () => {
    expect(scanForRateChange([], 0.1)).toBeNull();
    expect(scanForRateChange([0.001, 0.002, 0.003, 0.004], 0.1)?.at).toBe(0.1);
  });
});
