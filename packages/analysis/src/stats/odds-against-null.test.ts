import { expect, test } from 'vitest';
import { oddsAgainstNull } from './odds-against-null.ts';

test('oddsAgainstNull returns 0 for p-values above 1/e and larger odds for smaller p-values', () => {
  expect([1, 0.5, 0.37].map(oddsAgainstNull)).toEqual([0, 0, 0]);
  // The odds are at most 2.5 for p = 0.05 and 8 for p = 0.01.
  expect([0.05, 0.01].map((pValue) => Math.exp(oddsAgainstNull(pValue)))).toEqual([
    expect.closeTo(2.46, 2),
    expect.closeTo(7.99, 2),
  ]);
  expect(oddsAgainstNull(0)).toBeGreaterThan(oddsAgainstNull(1e-6));
});
