import { expect, test } from 'vitest';
import { formatDuration } from './format-duration.ts';

test.each([
  [0.001, '1 min'],
  [0.68, '41 min'],
  [1.2, '1 h 10 min'],
  [1.98, '2 h'],
  [17.4, '17 h'],
  [71.9, '72 h'],
  [121, '5 days'],
])('formatDuration formats %s hours as %s', (hours, formatted) => {
  expect(formatDuration(hours)).toBe(formatted);
});
