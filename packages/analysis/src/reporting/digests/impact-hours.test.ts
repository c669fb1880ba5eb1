import { expect, test } from 'vitest';
import { formatImpact, sumImpactHours } from './impact-hours.ts';

test('sumImpactHours adds the known durations, and returns null if none is known', () => {
  expect(sumImpactHours([{ hours: 2 }, { hours: null }, { hours: 0.5 }])).toBe(2.5);
  expect(sumImpactHours([{ hours: null }])).toBeNull();
});

test.each([
  [0.66, '40 min'],
  [7.5, '7.5 h'],
  [5.85, '5.9 h'],
  [213.7, '214 h'],
])('formatImpact formats %d hours as %s', (hours, text) => {
  expect(formatImpact(hours)).toBe(text);
});
