import { expect, test } from 'vitest';
import { maxLogOddsAgainstNull } from './max-log-odds-against-null.ts';

test('maxLogOddsAgainstNull returns 0 for p-values above 1/e and larger odds for smaller p-values', () => {
  expect([1, 0.5, 0.37].map(maxLogOddsAgainstNull)).toEqual([0, 0, 0]);
  // The odds are at most 2.5 for p = 0.05 and 8 for p = 0.01.
  expect([0.05, 0.01].map((pValue) => Math.exp(maxLogOddsAgainstNull(pValue)))).toEqual([
    expect.closeTo(2.46, 2),
    expect.closeTo(7.99, 2),
  ]);
  expect(maxLogOddsAgainstNull(0)).toBeGreaterThan(maxLogOddsAgainstNull(1e-6));
});
