import { expect, test } from 'vitest';
import { findExpiry, findLastValidInstant, isExpired } from './expiry.ts';

test('findExpiry returns the midnight after the last day, and findLastValidInstant an instant just before it', () => {
  const end = findExpiry(7, new Date(2026, 4, 24, 12).getTime());
  expect(new Date(end)).toEqual(new Date(2026, 5, 1));
  expect(new Date(findLastValidInstant(end)).getDate()).toBe(31);
});

test('isExpired is false if there is no expiry or the expiry is in the future', () => {
  const now = Date.parse('2026-01-02T00:00:00.000Z');
  expect([null, '2026-01-01T00:00:00.000Z', '2026-01-03T00:00:00.000Z'].map((at) => isExpired(at, now))).toEqual([
    false,
    true,
    false,
  ]);
});
