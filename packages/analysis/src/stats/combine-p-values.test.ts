import { expect, it } from 'vitest';
import { adjustPValues } from './adjust-p-values.ts';
import { combinePValues } from './combine-p-values.ts';

it('combinePValues averages the Cauchy quantiles of two p-values', () => {
  // numpy: .5 − arctan((tan(.49π) + tan(.1π)) / 2) / π.
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
