import { expect, test } from 'vitest';
import { formatNumber } from './format-number.ts';

test.each([
  [null, '–'],
  [0, '0'],
  [0.0334, '0.033'],
  [0.1234, '0.123'],
  [1.2345, '1.23'],
  [12345, '12300'],
  [0.000_006_19, 'under 0.001'],
  [-0.006_98, '−0.007'],
  [-0.000_1, 'above −0.001'],
])('formatNumber formats %s as %s', (value, formatted) => {
  expect(formatNumber(value)).toBe(formatted);
});
