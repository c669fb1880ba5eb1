import { expect, test } from 'vitest';
import { describeRateChange, formatRateChange, formatRateClause, formatRatio } from './describe-rate-ratio.ts';

test.each([
  [0, 'a week', 'which is none'],
  [0.039, 'a week', 'which is one in 26 weeks'],
  [1.234, 'a week', 'which is 1.2 a week'],
  [0.04, 'per 100 changes', 'which is 0.04 per 100 changes'],
  [16.04, 'per 100 changes', 'which is 16 per 100 changes'],
] as const)('formatRateClause formats %f %s as “%s”', (rate, unit, expected) => {
  expect(formatRateClause(rate, unit)).toBe(expected);
});

test.each([
  [0, 'nearly none'],
  [0.74, '26 % fewer'],
  [1.001, 'as many'],
  [1.4, '40 % more'],
  [2.82, '2.8 times as many'],
])('formatRatio formats %f as “%s”', (ratio, expected) => {
  expect(formatRatio(ratio)).toBe(expected);
});

test('formatRateChange states the ratio with the interval, and returns an empty string if the ratio is unknown', () => {
  expect(formatRateChange({ value: 0.2, low: 0, high: 2.82 })).toBe(
    ' That is 80 % fewer: with 95 % certainty between nearly none and 2.8 times as many.',
  );
  expect(formatRateChange({ value: 3, low: 1.2, high: null })).toBe(
    ' That is 3 times as many: with 95 % certainty between 20 % more and any number more.',
  );
  expect(formatRateChange({ value: null, low: 0, high: null })).toBe('');
});

test('describeRateChange describes how much a rate changed, and returns null if the ratio is unknown', () => {
  expect(describeRateChange({ value: 0.74, low: 0.56, high: 0.97 }, 'for each change', 26)).toBe(
    'In the last 26 weeks, against the time before, episodes for each change were 26 % fewer: with 95 % certainty between 44 % and 3 % fewer.',
  );
  expect(describeRateChange({ value: null, low: 0, high: null }, 'a week', 26)).toBeNull();
});
