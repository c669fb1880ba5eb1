import { expect, test } from 'vitest';
import { formatNumber } from './format-number.ts';

test.each([
  [null, '–'],
  [0, '0'],
  [0.0334, '0.03'],
  [0.1234, '0.12'],
  [1.2345, '1.2'],
  [9.96, '10'],
  [12_345, '12345'],
  [0.000_006_19, 'under 0.01'],
  [-0.016_98, '−0.02'],
  [-0.000_1, 'above −0.01'],
])('formatNumber formats %s as %s', (value, formatted) => {
  expect(formatNumber(value)).toBe(formatted);
});
