import { expect, test } from 'vitest';
import { dayBounds } from './day-bounds.ts';

test("dayBounds includes both days in the viewer's time zone", () => {
  expect(dayBounds('2026-02-28', '2026-02-28')).toEqual({
    since: new Date(2026, 1, 28).toISOString(),
    until: new Date(2026, 2, 1).toISOString(),
  });
});

test('dayBounds returns no bounds without days', () => {
  expect(dayBounds(undefined, undefined)).toEqual({});
});
