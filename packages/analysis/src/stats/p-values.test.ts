import { expect, it, test } from 'vitest';
import { adjustPValues, combinePValues, maxLogOddsAgainstNull } from './p-values.ts';

it('combinePValues averages the Cauchy quantiles of two p-values', () => {
  // Expected value from numpy: .5 − arctan((tan(.49π) + tan(.1π)) / 2) / π.
  expect(combinePValues(0.01, 0.4)).toBeCloseTo(0.019778864832706133, 10);
  expect(combinePValues(0.02, 0.02)).toBeCloseTo(0.02, 10);
});

it('combinePValues keeps a small p-value if the other is 1', () => {
  expect(combinePValues(1e-6, 1)).toBeLessThan(3e-6);
});

it('adjustPValues agrees with scipy', () => {
  // scipy 1.15: false_discovery_control([.008, .03, .123, .6, .2]).
  const adjusted = adjustPValues([0.008, 0.03, 0.123, 0.6, 0.2]);
  [0.04, 0.075, 0.205, 0.6, 0.25].forEach((q, at) => {
    expect(adjusted[at]).toBeCloseTo(q, 10);
  });
  expect(adjustPValues([])).toEqual([]);
});

test('maxLogOddsAgainstNull returns 0 for p-values above 1/e and larger odds for smaller p-values', () => {
  expect([1, 0.5, 0.37].map(maxLogOddsAgainstNull)).toEqual([0, 0, 0]);
  // The odds against the null hypothesis are at most 2.5 for p = 0.05 and 8 for p = 0.01.
  expect([0.05, 0.01].map((pValue) => Math.exp(maxLogOddsAgainstNull(pValue)))).toEqual([
    expect.closeTo(2.46, 2),
    expect.closeTo(7.99, 2),
  ]);
  expect(maxLogOddsAgainstNull(0)).toBeGreaterThan(maxLogOddsAgainstNull(1e-6));
});
