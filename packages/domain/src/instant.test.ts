import { expect, test } from 'vitest';
import { elapsedMs } from './instant.ts';

test('elapsedMs returns the milliseconds since an instant, or infinity if the instant is in the future', () => {
  const now = Date.parse('2026-05-01T12:00:00.000Z');
  expect(elapsedMs('2026-05-01T11:59:00.000Z', now)).toBe(60_000);
  expect(elapsedMs(now + 60_000, now)).toBe(-60_000);
  expect(elapsedMs('2026-05-01T12:01:00.001Z', now)).toBe(Number.POSITIVE_INFINITY);
});
