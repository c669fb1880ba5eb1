import { describe, expect, test } from 'vitest';
import { estimateShareOfHeldFixes, probabilityThatFixHolds } from './fixes.ts';

const prior = { shape: 1, mean: 1 / 60 };
/** One episode per ten days before the fix. */
const busy = { count: 20, days: 200, since: 60, hasRecurred: false };

describe('probabilityThatFixHolds', () => {
  test('probabilityThatFixHolds grows with the time without events, faster after a higher rate', () => {
    const after = [1, 30, 60, 200].map((since) => probabilityThatFixHolds({ ...busy, since }, 0.5, prior));
    expect(after).toEqual([...after].sort((a, b) => a - b));
    expect(after[0]).toBeCloseTo(0.5, 1);
    expect(after[3]).toBeGreaterThan(0.99);
    expect(probabilityThatFixHolds({ ...busy, count: 2 }, 0.5, prior)).toBeLessThan(after[2] ?? 0);
  });

  test("probabilityThatFixHolds follows Bayes' rule", () => {
    // 21 events in 260 days (prior included), then 60 quiet days, which have the probability (260 / 320) ^ 21 by luck.
    const luck = (260 / 320) ** 21;
    expect(probabilityThatFixHolds(busy, 0.4, prior)).toBeCloseTo(0.4 / (0.4 + 0.6 * luck), 12);
  });

  test('probabilityThatFixHolds returns 0 after a recurrence', () => {
    expect(probabilityThatFixHolds({ ...busy, hasRecurred: true }, 0.9, prior)).toBe(0);
  });
});

describe('estimateShareOfHeldFixes', () => {
  test('estimateShareOfHeldFixes returns one half without fixes, and otherwise nearly the share of fixes that held', () => {
    expect(estimateShareOfHeldFixes([], prior)).toBeCloseTo(0.5, 6);
    const held = Array.from({ length: 8 }, () => ({ ...busy, since: 400 }));
    const recurred = held.map((one) => ({ ...one, hasRecurred: true }));
    expect(estimateShareOfHeldFixes(held, prior)).toBeCloseTo(0.9, 3);
    expect(estimateShareOfHeldFixes(recurred, prior)).toBeCloseTo(0.1, 3);
    expect(estimateShareOfHeldFixes([...held, ...recurred], prior)).toBeCloseTo(0.5, 3);
  });
});
