import { expect, test } from 'vitest';
import { logRisingFactorial, slopeOfLogRisingFactorial } from './rising-factorial.ts';

/** From scipy 1.15.3: gammaln(2.5 + n) − gammaln(2.5) and digamma(2.5 + n) − digamma(2.5). */
test.each([
  [7, 11.404650550324, 1.494581235758],
  [41, 119.364891675872, 3.05806600762],
])('logRisingFactorial and its slope agree with scipy for %i factors', (factors, log, slope) => {
  expect(logRisingFactorial(2.5, factors)).toBeCloseTo(log, 10);
  expect(slopeOfLogRisingFactorial(2.5, factors)).toBeCloseTo(slope, 10);
});
