import { expect, test } from 'vitest';
import { dayOf, findEndOfDay, findLastValidInstant, isExpired } from './expiry.ts';

test('findEndOfDay returns the midnight after a day, and findLastValidInstant an instant just before it', () => {
  const end = findEndOfDay('2026-05-31') ?? '';
  expect(dayOf(Date.parse(findLastValidInstant(end)))).toBe('2026-05-31');
  expect(dayOf(Date.parse(end))).toBe('2026-06-01');
  expect([findEndOfDay(''), findEndOfDay('soon')]).toEqual([null, null]);
});

test('isExpired is false if there is no expiry or the expiry is in the future', () => {
  const now = Date.parse('2026-01-02T00:00:00.000Z');
  expect([null, '2026-01-01T00:00:00.000Z', '2026-01-03T00:00:00.000Z'].map((at) => isExpired(at, now))).toEqual([
    false,
    true,
    false,
  ]);
});
