import { expect, test } from 'vitest';
import { dayBounds } from './day-bounds.ts';

test('both days are within, as the viewer counts them', () => {
  expect(dayBounds('2026-02-28', '2026-02-28')).toEqual({
    since: new Date(2026, 1, 28).toISOString(),
    until: new Date(2026, 2, 1).toISOString(),
  });
});

test('what is not given does not narrow', () => {
  expect(dayBounds(undefined, undefined)).toEqual({});
});
