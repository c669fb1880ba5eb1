import { expect, test } from 'vitest';
import { describeRateChange, formatRate, formatRateChange } from './describe-rate-ratio.ts';

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

test('describeRateChange describes how much a rate changed, and returns null if the ratio is unknown', () => {
  expect(describeRateChange({ value: 0.74, low: 0.56, high: 0.97 }, 'change', 26)).toBe(
    'Episodes per change in the last 26 weeks: down 26 % from before (95 % CI: down 44 % to down 3 %).',
  );
  expect(describeRateChange({ value: 3, low: 1.2, high: null }, 'week', 26)).toBe(
    'Episodes per week in the last 26 weeks: 3 times as many as before (95 % CI: up 20 % to no upper limit).',
  );
  expect(describeRateChange({ value: null, low: 0, high: null }, 'week', 26)).toBeNull();
});
