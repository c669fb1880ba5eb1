import { expect, test } from 'vitest';
import { formatDuration, formatHours, formatRelativeTime } from './times.ts';

test.each([
  ['2026-01-01T10:00:10.000Z', '1 min'],
  ['2026-01-01T10:59:00.000Z', '59 min'],
  ['2026-01-01T13:20:00.000Z', '3 h 20 min'],
  ['2026-01-03T10:05:00.000Z', '2 d'],
  ['2026-01-03T14:05:00.000Z', '2 d 4 h'],
  ['2026-01-01T09:00:00.000Z', '1 min'],
])('formatDuration from 10:00 on 1 January 2026 to %s returns “%s”', (to, text) => {
  expect(formatDuration('2026-01-01T10:00:00.000Z', to)).toBe(text);
});

test.each([
  ['2026-01-01T09:59:40.000Z', 'just now'],
  ['2026-01-01T08:00:00.000Z', '2 hours ago'],
  ['2025-12-31T10:00:00.000Z', 'yesterday'],
  ['2025-11-01T10:00:00.000Z', '2 months ago'],
  ['2026-01-15T10:00:00.000Z', 'in 2 weeks'],
])('formatRelativeTime describes %s as “%s”', (instant, text) => {
  expect(formatRelativeTime(instant, Date.parse('2026-01-01T10:00:00.000Z'))).toBe(text);
});

test('formatHours formats hours in the two largest units, and at least one minute', () => {
  expect([0, 0.42, 3.34, 52].map(formatHours)).toEqual(['1 min', '25 min', '3 h 20 min', '2 d 4 h']);
});
