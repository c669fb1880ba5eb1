import { expect, test } from 'vitest';
import { isSnoozed } from './improvement.ts';

test('isSnoozed returns true until the end of the snooze, and then false', () => {
  const snoozedUntil = '2026-03-01T00:00:00.000Z';
  const at = Date.parse(snoozedUntil);
  expect([isSnoozed({ snoozedUntil }, at - 1), isSnoozed({ snoozedUntil }, at)]).toEqual([true, false]);
  expect(isSnoozed({ snoozedUntil: null }, at)).toBe(false);
});
