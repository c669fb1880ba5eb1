import { expect, test } from 'vitest';
import { toInstantRange } from './to-instant-range.ts';

test("toInstantRange includes the whole first and last day in the viewer's time zone", () => {
  expect(toInstantRange('2026-02-28', '2026-02-28')).toEqual({
    since: new Date(2026, 1, 28).toISOString(),
    until: new Date(2026, 2, 1).toISOString(),
  });
});

test('toInstantRange returns an empty object if no day is given', () => {
  expect(toInstantRange(undefined, undefined)).toEqual({});
});
