import { expect, test } from 'vitest';
import { formatRate, formatRateChange } from './describe-rate-ratio.ts';

test.each([
  [0, 'a week', 'none'],
  [0.039, 'a week', 'one in 26 weeks'],
  [1.234, 'a week', '1.2 a week'],
  [0.04, 'per 100 changes', '0.04 per 100 changes'],
  [16.04, 'per 100 changes', '16 per 100 changes'],
] as const)('formatRate formats %f %s as “%s”', (rate, unit, expected) => {
  expect(formatRate(rate, unit)).toBe(expected);
});

test('formatRateChange states the ratio with its confidence interval, and returns null if the ratio is unknown', () => {
  expect(formatRateChange({ value: 0.2, low: 0, high: 2.82 })).toBe(
    'down 80 % (95 % CI: down 100 % to 2.8 times as many)',
  );
  expect(formatRateChange({ value: 3, low: 1.2, high: null })).toBe(
    '3 times as many (95 % CI: up 20 % to no upper limit)',
  );
  expect(formatRateChange({ value: 1.001, low: 0.74, high: 1.4 })).toBe('unchanged (95 % CI: down 26 % to up 40 %)');
  expect(formatRateChange({ value: null, low: 0, high: null })).toBeNull();
});
